"""Mail: the letter with its headers, parts and files, apart because what it needs takes long to load."""
