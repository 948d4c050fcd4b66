"""Generator of invented police-report, court, feature and tabloid stories with South Asian names."""
