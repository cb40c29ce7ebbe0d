"""Names for those who are made up to be counted."""

FIRST_NAMES = ("Ava", "Leo", "Noah", "Zoë", "Mia", "Paul", "Inês", "Kofi", "Yuki", "Olga", "Björn", "Chloé", "Ravi")
LAST_NAMES = ("Nguyen", "Silva", "Novák", "Meyer", "Okafor", "Rossi", "Haddad", "Larsen", "Costa", "Iversen", "Młynarz")
