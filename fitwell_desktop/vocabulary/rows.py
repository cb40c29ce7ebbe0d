"""What one row of a table is called where a person reads it."""

WORDS = {
    "user": "person",
    "user_role": "role",
    "sign_in_secret": "password",
    "attachment": "file",
    "client_profile": "profile",
    "client_trainer": "trainer",
    "client_pause": "pause",
    "family_link": "family",
    "client_goal": "goal",
    "client_tag": "tag",
    "client_tag_link": "tag",
    "client_document": "document",
    "client_program": "program",
    "client_subscription": "package",
    "custom_field": "field",
    "custom_field_value": "field",
    "questionnaire_reply": "screening",
    "waiver_signature": "signature",
    "session_exercise": "exercise",
    "logged_set": "set",
    "session_participant": "participant",
    "appointment_reminder": "reminder",
    "trainer_availability": "working time",
    "recurring_pattern": "series",
    "invoice_series": "invoice number",
    "credit_entry": "credit",
    "message_thread": "conversation",
    "thread_participant": "participant",
    "outgoing_message": "message",
    "outgoing_attempt": "message",
}
"""Where the table's own name does not say it."""


def row_word(table: str) -> str:
    """What one row of a table is called: one of "client_goal" is a goal."""
    return WORDS.get(table) or table.replace("_", " ")
