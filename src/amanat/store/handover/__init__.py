"""Files that carry a case from one office to another, sealed for one reader. No account, no server: any way will do."""
