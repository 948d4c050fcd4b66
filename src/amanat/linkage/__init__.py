"""Are these records one person? Names in Urdu and Roman letters, fathers' names, places, years of birth.

::

    lists.read_list ─▶ names.prepared ─▶ (encoded.encode) ─▶ link.link ─▶ overlap.overlap ─▶ the overlap table
                                                                              └─ overlap.draws ─▶ many such tables

Lists of victims stay where they are; only the overlap table leaves, small cells hidden. How sure each link is goes into
the draws, so that what is estimated from the overlaps (`numbers.estimate`) carries the error of linkage with it.
"""

from amanat.linkage.link import Links, link
from amanat.linkage.overlap import Overlap, draws, overlap

__all__ = ["Links", "Overlap", "draws", "link", "overlap"]
