"""Progress of a safeguarding board on its recommendations."""
