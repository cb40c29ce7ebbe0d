"""The data design as it was given: entities with the fields that it names, indexes, constraints, delete rules, arrows."""

FIELDS = {
    "user": "user_type status email first_name last_name phone last_login_at",
    "user_role": "user_id role permissions",
    "client_profile": "client_id timezone preferences",
    "health_history": "client_id medical_clearance fitness_level exercise_limitations",
    "emergency_contact": "client_id is_primary",
    "client_goal": "client_id status current_progress target_value target_date",
    "fitness_assessment": "client_id trainer_id assessment_type results documents",
    "program_template": "trainer_id program_type is_progressive phase_structure",
    "client_program": "client_id program_template_id assignment_type status current_week current_phase auto_advance"
    " customizations",
    "program_phase": "program_template_id phase_number duration_weeks goals",
    "exercise_category": "parent_id name",
    "exercise": "trainer_id category_id is_custom video_id images equipment muscle_groups alternatives",
    "workout_session": "client_program_id phase_id week_number day_number session_type",
    "session_exercise": "session_id exercise_id exercise_order sets reps duration_seconds distance_m superset_group tempo"
    " rest_seconds",
    "workout_completion": "client_id workout_session_id status duration_minutes rating",
    "exercise_completion": "workout_completion_id exercise_id",
    "nutrition_plan": "client_program_id calories_kcal protein_g carbs_g fat_g meal_timing meals_per_day"
    " dietary_restrictions",
    "meal_plan": "nutrition_plan_id meal_type recipe calories_kcal protein_g carbs_g fat_g allergens",
    "nutrition_log": "client_id meal_plan_id meal_type is_off_plan photo_id",
    "video": "client_id workout_session_id exercise_id client_notes review_status",
    "video_feedback": "video_id trainer_id comments video_response_url rating exercise_suggestions needs_follow_up",
    "video_annotation": "video_feedback_id timestamp_ms position",
    "progress_entry": "client_id entry_type",
    "measurement": "client_id progress_entry_id measurement_date weight_kg body_fat_percentage measurements",
    "performance_metric": "client_id progress_entry_id exercise_id metric_name metric_value metric_unit",
    "progress_photo": "client_id progress_entry_id angle",
    "trainer_availability": "trainer_id day_of_week start_time end_time effective_from effective_until slot_minutes"
    " buffer_minutes",
    "appointment": "trainer_id client_id scheduled_start scheduled_end status recurring_pattern_id",
    "recurring_pattern": "recurrence_type rules exception_dates end_date occurrence_count",
    "group_session": "appointment_id max_participants price_per_person status",
    "session_participant": "group_session_id client_id status registered_at notes",
    "appointment_reminder": "appointment_id channel minutes_before is_sent",
    "message_thread": "thread_type",
    "message": "thread_id sender_id attachments read_at sent_at",
    "thread_participant": "thread_id user_id joined_at left_at is_muted",
    "notification": "user_id notification_type entity_type related_entity_id created_at",
    "notification_template": "email_template sms_template push_template template_variables",
    "automated_message": "trigger_type channel template_id",
    "package": "trainer_id package_type price features_included",
    "client_subscription": "client_id package_id auto_renew next_billing_on status",
    "payment": "client_id subscription_id appointment_id client_program_id status",
    "invoice": "invoice_number line_items tax_amount discount_amount document_url due_on status",
    "client_engagement": "client_id workouts_completed videos_uploaded messages_sent login_count completion_rate"
    " last_activity_at",
    "business_metric": "metric_type details",
}

SOFT_DELETED = {
    "user", "exercise", "exercise_category", "program_template", "client_program", "package", "video",
    "nutrition_plan", "message_thread",
}  # fmt: skip

INDEXES = [
    ("client_program", "client_id", "status"),
    ("workout_session", "client_program_id", "week_number"),
    ("video", "client_id", "review_status"),
    ("appointment", "trainer_id", "scheduled_start"),
    ("payment", "client_id", "status"),
    ("measurement", "client_id", "measurement_date"),
    ("notification", "user_id", "created_at"),
    ("message", "thread_id", "sent_at"),
    ("session_exercise", "session_id", "exercise_order"),
    ("appointment_reminder", "appointment_id", "is_sent"),
]

ONE_TO_ONE = [
    ("client_profile", "client_id"),
    ("health_history", "client_id"),
    ("group_session", "appointment_id"),
]

REFUSED = [
    ("package", {"price": -1}),
    ("workout_session", {"week_number": 0}),
    ("session_exercise", {"sets": 0}),
    ("session_exercise", {"reps": 0}),
]
"""Values that the check constraints refuse. That an appointment ends after it starts has a test of its own."""

DELETE_RULES = [
    ("video_annotation", "video_feedback_id", "CASCADE"),
    ("performance_metric", "exercise_id", "SET NULL"),
    ("payment", "client_id", "RESTRICT"),
]

ARROWS = {
    "AppointmentStatus": "SCHEDULED>CONFIRMED CONFIRMED>COMPLETED SCHEDULED>CANCELLED SCHEDULED>RESCHEDULED"
    " SCHEDULED>NO_SHOW CONFIRMED>CANCELLED CONFIRMED>RESCHEDULED CONFIRMED>NO_SHOW",
    "ReviewStatus": "PENDING>IN_REVIEW IN_REVIEW>REVIEWED IN_REVIEW>APPROVED IN_REVIEW>NEEDS_REVISION",
    "PaymentStatus": "PENDING>COMPLETED PENDING>FAILED PENDING>CANCELLED COMPLETED>REFUNDED",
    "InvoiceStatus": "DRAFT>SENT SENT>PAID SENT>OVERDUE OVERDUE>PAID",
}
"""Between the words that the design knows; what the program adds (a credited invoice) is beside it."""

CORRECTIONS = {
    "PaymentStatus": "COMPLETED>CANCELLED",
    "InvoiceStatus": "PAID>SENT PAID>OVERDUE",
}
"""Back along the design's arrows: a payment that was recorded by mistake never came, and its invoice waits again."""

WORDS = {
    "UserType": "ADMIN TRAINER CLIENT",
    "UserStatus": "ACTIVE INACTIVE SUSPENDED",
    "AssignmentType": "STATIC DYNAMIC_PROGRESSIVE",
    "ProgramType": "WORKOUT NUTRITION HYBRID",
    "CompletionStatus": "COMPLETED PARTIAL SKIPPED",
    "GoalStatus": "ACTIVE COMPLETED PAUSED",
    "Recurrence": "DAILY WEEKLY BIWEEKLY MONTHLY",
    "GroupStatus": "OPEN FULL CANCELLED",
    "Channel": "EMAIL SMS PUSH IN_APP",
    "TriggerType": "TIME EVENT CONDITION",
    "PackageType": "ONE_TIME SUBSCRIPTION PER_SESSION PER_PROGRAM",
    "SubscriptionStatus": "ACTIVE PAUSED CANCELLED EXPIRED",
    "BusinessMetricType": "RETENTION REVENUE ATTENDANCE SATISFACTION REFERRAL",
    "SessionType": "REST",
    "MealType": "PRE_WORKOUT POST_WORKOUT",
    "PhotoAngle": "FRONT BACK",
    "ThreadType": "ONE_ON_ONE GROUP ANNOUNCEMENT",
}
