"""Files of the practice: attachments by the hash of their content."""
