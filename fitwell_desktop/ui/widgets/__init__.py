"""The kit's widgets, one small file each. They show user text as plain text and can all be reached by keyboard."""
