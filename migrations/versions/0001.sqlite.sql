CREATE TABLE assessment_protocol (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	instructions TEXT NOT NULL,
	items TEXT NOT NULL,
	retest_days INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_assessment_protocol PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE booking_policy (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	position INTEGER NOT NULL,
	cancel_before_minutes INTEGER NOT NULL,
	forfeits_credit INTEGER NOT NULL,
	late_cancel_fee INTEGER NOT NULL,
	no_show_fee INTEGER NOT NULL,
	free_per_30_days INTEGER NOT NULL,
	text TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_booking_policy PRIMARY KEY (id),
	CONSTRAINT ck_booking_policy_fees CHECK (late_cancel_fee >= 0 AND no_show_fee >= 0),
	CONSTRAINT ck_booking_policy_window CHECK (cancel_before_minutes >= 0),
	CONSTRAINT ck_booking_policy_forfeits_credit_truth CHECK (CAST(forfeits_credit AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE change_log (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	undoes_id BLOB,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_change_log PRIMARY KEY (id),
	CONSTRAINT ck_change_log_kind_word CHECK (CAST(kind AS TEXT) IN ('DONE', 'UNDONE', 'REDONE'))
)
 STRICT;

CREATE INDEX ix_change_log_created_at ON change_log (created_at);

CREATE TABLE client_tag (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	color TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_tag PRIMARY KEY (id),
	CONSTRAINT uq_client_tag_name UNIQUE (name),
	CONSTRAINT ck_client_tag_name_length CHECK (length(name) <= 60),
	CONSTRAINT ck_client_tag_color_length CHECK (length(color) <= 7)
)
 STRICT;

CREATE TABLE custom_field (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	choices TEXT NOT NULL,
	position INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_custom_field PRIMARY KEY (id),
	CONSTRAINT uq_custom_field_name UNIQUE (name),
	CONSTRAINT ck_custom_field_kind_word CHECK (CAST(kind AS TEXT) IN ('TEXT', 'NUMBER', 'DAY', 'YES_NO', 'CHOICE'))
)
 STRICT;

CREATE TABLE discount (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	code TEXT,
	rate_ppm INTEGER,
	amount INTEGER,
	currency TEXT NOT NULL,
	valid_from_on TEXT,
	valid_until_on TEXT,
	uses_left INTEGER,
	is_active INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_discount PRIMARY KEY (id),
	CONSTRAINT uq_discount_code UNIQUE (code),
	CONSTRAINT ck_discount_share_or_amount CHECK ((rate_ppm IS NULL) <> (amount IS NULL)),
	CONSTRAINT ck_discount_rate CHECK (rate_ppm BETWEEN 0 AND 1000000),
	CONSTRAINT ck_discount_amount CHECK (amount >= 0),
	CONSTRAINT ck_discount_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_discount_is_active_truth CHECK (CAST(is_active AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE exercise_block (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	lines TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_exercise_block PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE exercise_category (
	id BLOB NOT NULL,
	parent_id BLOB,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	position INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_exercise_category PRIMARY KEY (id),
	CONSTRAINT fk_exercise_category_parent_id FOREIGN KEY(parent_id) REFERENCES exercise_category (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_exercise_category_parent_id ON exercise_category (parent_id);

CREATE TABLE food (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	search_key TEXT NOT NULL,
	brand TEXT NOT NULL,
	barcode TEXT NOT NULL,
	calories_kcal REAL NOT NULL,
	protein_g REAL NOT NULL,
	carbs_g REAL NOT NULL,
	fat_g REAL NOT NULL,
	fiber_g REAL,
	portion_g REAL,
	allergens TEXT NOT NULL,
	source TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_food PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_food_barcode ON food (barcode);

CREATE INDEX ix_food_search_key ON food (search_key);

CREATE TABLE invoice_series (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	prefix TEXT NOT NULL,
	year INTEGER NOT NULL,
	digits INTEGER NOT NULL,
	first_number INTEGER NOT NULL,
	next_number INTEGER NOT NULL,
	is_default INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_invoice_series PRIMARY KEY (id),
	CONSTRAINT uq_invoice_series_kind_prefix_year UNIQUE (kind, prefix, year),
	CONSTRAINT ck_invoice_series_first_number CHECK (first_number > 0),
	CONSTRAINT ck_invoice_series_next_number CHECK (next_number >= first_number),
	CONSTRAINT ck_invoice_series_digits CHECK (digits BETWEEN 1 AND 12),
	CONSTRAINT ck_invoice_series_kind_word CHECK (CAST(kind AS TEXT) IN ('INVOICE', 'CREDIT_NOTE')),
	CONSTRAINT ck_invoice_series_is_default_truth CHECK (CAST(is_default AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE notification_template (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	notification_type TEXT NOT NULL,
	email_subject TEXT NOT NULL,
	email_template TEXT NOT NULL,
	sms_template TEXT NOT NULL,
	push_template TEXT NOT NULL,
	in_app_template TEXT NOT NULL,
	template_variables TEXT NOT NULL,
	is_active INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_notification_template PRIMARY KEY (id),
	CONSTRAINT uq_notification_template_name UNIQUE (name),
	CONSTRAINT ck_notification_template_notification_type_word CHECK (CAST(notification_type AS TEXT) IN ('APPOINTMENT', 'WORKOUT', 'VIDEO', 'MESSAGE', 'PAYMENT', 'GOAL', 'CLIENT', 'SYSTEM')),
	CONSTRAINT ck_notification_template_is_active_truth CHECK (CAST(is_active AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE provider_cursor (
	id BLOB NOT NULL,
	provider TEXT NOT NULL,
	livemode INTEGER NOT NULL,
	stream TEXT NOT NULL,
	event_id TEXT NOT NULL,
	read_at TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_provider_cursor PRIMARY KEY (id),
	CONSTRAINT uq_provider_cursor_provider_livemode_stream UNIQUE (provider, livemode, stream),
	CONSTRAINT ck_provider_cursor_provider_word CHECK (CAST(provider AS TEXT) IN ('STRIPE', 'TWILIO')),
	CONSTRAINT ck_provider_cursor_livemode_truth CHECK (CAST(livemode AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE provider_event (
	id BLOB NOT NULL,
	provider TEXT NOT NULL,
	event_id TEXT NOT NULL,
	event_type TEXT NOT NULL,
	livemode INTEGER NOT NULL,
	object_id TEXT NOT NULL,
	occurred_at TEXT NOT NULL,
	details TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_provider_event PRIMARY KEY (id),
	CONSTRAINT uq_provider_event_provider_event_id UNIQUE (provider, event_id),
	CONSTRAINT ck_provider_event_provider_word CHECK (CAST(provider AS TEXT) IN ('STRIPE', 'TWILIO')),
	CONSTRAINT ck_provider_event_livemode_truth CHECK (CAST(livemode AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_provider_event_provider_occurred_at ON provider_event (provider, occurred_at);

CREATE TABLE questionnaire (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	version INTEGER NOT NULL,
	introduction TEXT NOT NULL,
	questions TEXT NOT NULL,
	valid_months INTEGER,
	repeat_days INTEGER,
	is_current INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_questionnaire PRIMARY KEY (id),
	CONSTRAINT uq_questionnaire_name_version UNIQUE (name, version),
	CONSTRAINT ck_questionnaire_kind_word CHECK (CAST(kind AS TEXT) IN ('INTAKE', 'PAR_Q', 'CHECK_IN')),
	CONSTRAINT ck_questionnaire_is_current_truth CHECK (CAST(is_current AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE room (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	capacity INTEGER NOT NULL,
	is_active INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_room PRIMARY KEY (id),
	CONSTRAINT uq_room_name UNIQUE (name),
	CONSTRAINT ck_room_capacity CHECK (capacity > 0),
	CONSTRAINT ck_room_is_active_truth CHECK (CAST(is_active AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE saved_list (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	conditions TEXT NOT NULL,
	position INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_saved_list PRIMARY KEY (id),
	CONSTRAINT uq_saved_list_name UNIQUE (name)
)
 STRICT;

CREATE TABLE sender_lease (
	id BLOB NOT NULL,
	singleton INTEGER NOT NULL,
	owner BLOB NOT NULL,
	host TEXT NOT NULL,
	process_id INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	expires_at TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_sender_lease PRIMARY KEY (id),
	CONSTRAINT uq_sender_lease_singleton UNIQUE (singleton),
	CONSTRAINT ck_sender_lease_one_row CHECK (singleton = 1)
)
 STRICT;

CREATE TABLE user (
	id BLOB NOT NULL,
	user_type TEXT NOT NULL,
	status TEXT NOT NULL,
	first_name TEXT NOT NULL,
	last_name TEXT NOT NULL,
	email TEXT,
	phone TEXT,
	phone_typed TEXT,
	search_key TEXT NOT NULL,
	last_login_at TEXT,
	merged_into_id BLOB,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_user PRIMARY KEY (id),
	CONSTRAINT fk_user_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_user_user_type_word CHECK (CAST(user_type AS TEXT) IN ('ADMIN', 'TRAINER', 'CLIENT')),
	CONSTRAINT ck_user_status_word CHECK (CAST(status AS TEXT) IN ('ACTIVE', 'INACTIVE', 'SUSPENDED'))
)
 STRICT;

CREATE INDEX ix_user_list ON user (user_type, search_key, status, deleted_at, id);

CREATE INDEX ix_user_merged_into_id ON user (merged_into_id);

CREATE UNIQUE INDEX uq_user_email ON user (lower(email)) WHERE deleted_at IS NULL;

CREATE TABLE waiver (
	id BLOB NOT NULL,
	title TEXT NOT NULL,
	version INTEGER NOT NULL,
	text TEXT NOT NULL,
	text_hash TEXT NOT NULL,
	is_current INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_waiver PRIMARY KEY (id),
	CONSTRAINT uq_waiver_title_version UNIQUE (title, version),
	CONSTRAINT ck_waiver_text_hash_length CHECK (length(text_hash) <= 64),
	CONSTRAINT ck_waiver_is_current_truth CHECK (CAST(is_current AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE attachment (
	id BLOB NOT NULL,
	client_id BLOB,
	content_hash TEXT NOT NULL,
	name TEXT NOT NULL,
	size_bytes INTEGER NOT NULL,
	media_type TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_attachment PRIMARY KEY (id),
	CONSTRAINT ck_attachment_size CHECK (size_bytes >= 0),
	CONSTRAINT fk_attachment_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_attachment_content_hash_length CHECK (length(content_hash) <= 64)
)
 STRICT;

CREATE INDEX ix_attachment_client_id ON attachment (client_id);

CREATE INDEX ix_attachment_content_hash ON attachment (content_hash);

CREATE TABLE automated_message (
	id BLOB NOT NULL,
	name TEXT NOT NULL,
	trigger_type TEXT NOT NULL,
	"trigger" TEXT NOT NULL,
	settings TEXT NOT NULL,
	delay_minutes INTEGER NOT NULL,
	channel TEXT NOT NULL,
	template_id BLOB,
	saved_list_id BLOB,
	is_active INTEGER NOT NULL,
	last_run_at TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_automated_message PRIMARY KEY (id),
	CONSTRAINT fk_automated_message_template_id FOREIGN KEY(template_id) REFERENCES notification_template (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_automated_message_saved_list_id FOREIGN KEY(saved_list_id) REFERENCES saved_list (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_automated_message_trigger_type_word CHECK (CAST(trigger_type AS TEXT) IN ('TIME', 'EVENT', 'CONDITION')),
	CONSTRAINT ck_automated_message_channel_word CHECK (CAST(channel AS TEXT) IN ('EMAIL', 'SMS', 'PUSH', 'IN_APP')),
	CONSTRAINT ck_automated_message_is_active_truth CHECK (CAST(is_active AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_automated_message_saved_list_id ON automated_message (saved_list_id);

CREATE INDEX ix_automated_message_template_id ON automated_message (template_id);

CREATE TABLE business_metric (
	id BLOB NOT NULL,
	trainer_id BLOB,
	metric_type TEXT NOT NULL,
	metric_name TEXT NOT NULL,
	period_start TEXT NOT NULL,
	period_end TEXT NOT NULL,
	metric_value REAL,
	details TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_business_metric PRIMARY KEY (id),
	CONSTRAINT ck_business_metric_period CHECK (period_end >= period_start),
	CONSTRAINT fk_business_metric_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_business_metric_metric_type_word CHECK (CAST(metric_type AS TEXT) IN ('RETENTION', 'REVENUE', 'ATTENDANCE', 'SATISFACTION', 'REFERRAL'))
)
 STRICT;

CREATE INDEX ix_business_metric_metric_type_period_start ON business_metric (metric_type, period_start);

CREATE INDEX ix_business_metric_trainer_id ON business_metric (trainer_id);

CREATE TABLE change_log_row (
	id BLOB NOT NULL,
	change_log_id BLOB NOT NULL,
	table_name TEXT NOT NULL,
	row_id BLOB NOT NULL,
	subject_id BLOB,
	old TEXT,
	new TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_change_log_row PRIMARY KEY (id),
	CONSTRAINT fk_change_log_row_change_log_id FOREIGN KEY(change_log_id) REFERENCES change_log (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_change_log_row_row ON change_log_row (row_id);

CREATE INDEX ix_change_log_row_step ON change_log_row (change_log_id, subject_id);

CREATE INDEX ix_change_log_row_subject ON change_log_row (subject_id, created_at);

CREATE TABLE client_engagement (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	engagement_date TEXT NOT NULL,
	workouts_completed INTEGER NOT NULL,
	videos_uploaded INTEGER NOT NULL,
	messages_sent INTEGER NOT NULL,
	login_count INTEGER NOT NULL,
	completion_rate REAL,
	last_activity_at TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_engagement PRIMARY KEY (id),
	CONSTRAINT uq_client_engagement_client_id_engagement_date UNIQUE (client_id, engagement_date),
	CONSTRAINT ck_client_engagement_completion_rate CHECK (completion_rate BETWEEN 0 AND 1),
	CONSTRAINT fk_client_engagement_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_client_engagement_engagement_date ON client_engagement (engagement_date);

CREATE TABLE client_pause (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	reason TEXT NOT NULL,
	starts_on TEXT NOT NULL,
	ends_on TEXT,
	note TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_pause PRIMARY KEY (id),
	CONSTRAINT ck_client_pause_order CHECK (ends_on >= starts_on),
	CONSTRAINT fk_client_pause_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_pause_reason_word CHECK (CAST(reason AS TEXT) IN ('BREAK', 'SICK', 'INJURED', 'HOLIDAY'))
)
 STRICT;

CREATE INDEX ix_client_pause_client_id ON client_pause (client_id);

CREATE TABLE client_tag_link (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	client_tag_id BLOB NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_tag_link PRIMARY KEY (id),
	CONSTRAINT uq_client_tag_link_client_id_client_tag_id UNIQUE (client_id, client_tag_id),
	CONSTRAINT fk_client_tag_link_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_tag_link_client_tag_id FOREIGN KEY(client_tag_id) REFERENCES client_tag (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_client_tag_link_client_tag_id ON client_tag_link (client_tag_id);

CREATE TABLE client_trainer (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	trainer_id BLOB NOT NULL,
	is_primary INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_trainer PRIMARY KEY (id),
	CONSTRAINT uq_client_trainer_client_id_trainer_id UNIQUE (client_id, trainer_id),
	CONSTRAINT fk_client_trainer_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_trainer_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_trainer_is_primary_truth CHECK (CAST(is_primary AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_client_trainer_trainer_id ON client_trainer (trainer_id);

CREATE UNIQUE INDEX uq_client_trainer_primary ON client_trainer (client_id) WHERE is_primary;

CREATE TABLE consent (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	channel TEXT NOT NULL,
	is_given INTEGER NOT NULL,
	source TEXT NOT NULL,
	decided_at TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_consent PRIMARY KEY (id),
	CONSTRAINT fk_consent_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_consent_channel_word CHECK (CAST(channel AS TEXT) IN ('EMAIL', 'SMS', 'PUSH', 'IN_APP')),
	CONSTRAINT ck_consent_is_given_truth CHECK (CAST(is_given AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_consent_client_id_channel_decided_at ON consent (client_id, channel, decided_at);

CREATE TABLE custom_field_value (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	custom_field_id BLOB NOT NULL,
	value TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_custom_field_value PRIMARY KEY (id),
	CONSTRAINT uq_custom_field_value_client_id_custom_field_id UNIQUE (client_id, custom_field_id),
	CONSTRAINT fk_custom_field_value_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_custom_field_value_custom_field_id FOREIGN KEY(custom_field_id) REFERENCES custom_field (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_custom_field_value_custom_field_id ON custom_field_value (custom_field_id);

CREATE TABLE emergency_contact (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	name TEXT NOT NULL,
	relationship TEXT NOT NULL,
	phone TEXT NOT NULL,
	alternate_phone TEXT NOT NULL,
	email TEXT NOT NULL,
	is_primary INTEGER NOT NULL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_emergency_contact PRIMARY KEY (id),
	CONSTRAINT fk_emergency_contact_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_emergency_contact_is_primary_truth CHECK (CAST(is_primary AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_emergency_contact_client_id ON emergency_contact (client_id);

CREATE UNIQUE INDEX uq_emergency_contact_primary ON emergency_contact (client_id) WHERE is_primary;

CREATE TABLE family_link (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	relative_id BLOB NOT NULL,
	tie TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_family_link PRIMARY KEY (id),
	CONSTRAINT uq_family_link_client_id_relative_id UNIQUE (client_id, relative_id),
	CONSTRAINT ck_family_link_two_people CHECK (client_id <> relative_id),
	CONSTRAINT fk_family_link_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_family_link_relative_id FOREIGN KEY(relative_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_family_link_tie_word CHECK (CAST(tie AS TEXT) IN ('PARTNER', 'PARENT', 'CHILD', 'SIBLING', 'OTHER'))
)
 STRICT;

CREATE INDEX ix_family_link_relative_id ON family_link (relative_id);

CREATE TABLE fitness_assessment (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	trainer_id BLOB,
	protocol_id BLOB,
	assessment_type TEXT NOT NULL,
	assessed_on TEXT NOT NULL,
	retest_due_on TEXT,
	results TEXT NOT NULL,
	documents TEXT NOT NULL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_fitness_assessment PRIMARY KEY (id),
	CONSTRAINT fk_fitness_assessment_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_fitness_assessment_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_fitness_assessment_protocol_id FOREIGN KEY(protocol_id) REFERENCES assessment_protocol (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_fitness_assessment_client_id_assessed_on ON fitness_assessment (client_id, assessed_on);

CREATE INDEX ix_fitness_assessment_protocol_id ON fitness_assessment (protocol_id);

CREATE INDEX ix_fitness_assessment_trainer_id ON fitness_assessment (trainer_id);

CREATE TABLE habit (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	name TEXT NOT NULL,
	rule TEXT NOT NULL,
	target REAL,
	unit TEXT NOT NULL,
	starts_on TEXT NOT NULL,
	ends_on TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_habit PRIMARY KEY (id),
	CONSTRAINT fk_habit_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_habit_client_id ON habit (client_id);

CREATE TABLE limitation (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	tag TEXT NOT NULL,
	severity TEXT NOT NULL,
	since_on TEXT,
	until_on TEXT,
	note TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_limitation PRIMARY KEY (id),
	CONSTRAINT fk_limitation_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_limitation_severity_word CHECK (CAST(severity AS TEXT) IN ('NOTE', 'AVOID', 'FORBIDDEN'))
)
 STRICT;

CREATE INDEX ix_limitation_client_id ON limitation (client_id);

CREATE TABLE message_thread (
	id BLOB NOT NULL,
	thread_type TEXT NOT NULL,
	client_id BLOB,
	title TEXT NOT NULL,
	last_message_at TEXT,
	last_preview TEXT NOT NULL,
	unread_count INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_message_thread PRIMARY KEY (id),
	CONSTRAINT fk_message_thread_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_message_thread_thread_type_word CHECK (CAST(thread_type AS TEXT) IN ('ONE_ON_ONE', 'GROUP', 'ANNOUNCEMENT'))
)
 STRICT;

CREATE INDEX ix_message_thread_client_id ON message_thread (client_id);

CREATE INDEX ix_message_thread_last_message_at ON message_thread (last_message_at);

CREATE TABLE note (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	author_id BLOB,
	kind TEXT NOT NULL,
	body TEXT NOT NULL,
	noted_at TEXT NOT NULL,
	follow_up_on TEXT,
	is_pinned INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_note PRIMARY KEY (id),
	CONSTRAINT fk_note_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_note_author_id FOREIGN KEY(author_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_note_kind_word CHECK (CAST(kind AS TEXT) IN ('NOTE', 'HEALTH', 'CALL', 'MEETING')),
	CONSTRAINT ck_note_is_pinned_truth CHECK (CAST(is_pinned AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_note_author_id ON note (author_id);

CREATE INDEX ix_note_client_id_noted_at ON note (client_id, noted_at);

CREATE TABLE notification (
	id BLOB NOT NULL,
	user_id BLOB NOT NULL,
	notification_type TEXT NOT NULL,
	priority TEXT NOT NULL,
	title TEXT NOT NULL,
	body TEXT NOT NULL,
	entity_type TEXT,
	related_entity_id BLOB,
	read_at TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_notification PRIMARY KEY (id),
	CONSTRAINT fk_notification_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_notification_notification_type_word CHECK (CAST(notification_type AS TEXT) IN ('APPOINTMENT', 'WORKOUT', 'VIDEO', 'MESSAGE', 'PAYMENT', 'GOAL', 'CLIENT', 'SYSTEM')),
	CONSTRAINT ck_notification_priority_word CHECK (CAST(priority AS TEXT) IN ('LOW', 'NORMAL', 'HIGH'))
)
 STRICT;

CREATE INDEX ix_notification_unread ON notification (user_id) WHERE read_at IS NULL;

CREATE INDEX ix_notification_user_id_created_at ON notification (user_id, created_at);

CREATE TABLE outgoing_message (
	id BLOB NOT NULL,
	client_id BLOB,
	channel TEXT NOT NULL,
	kind TEXT NOT NULL,
	account TEXT NOT NULL,
	dedupe_key TEXT NOT NULL,
	entity_type TEXT,
	entity_id BLOB,
	recipient TEXT NOT NULL,
	preview TEXT NOT NULL,
	payload BLOB NOT NULL,
	idempotency_key TEXT NOT NULL,
	state TEXT NOT NULL,
	priority INTEGER NOT NULL,
	due_at TEXT NOT NULL,
	expires_at TEXT,
	next_attempt_at TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	offline_attempts INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	started_at TEXT,
	finished_at TEXT,
	provider_id TEXT,
	provider_status TEXT,
	last_error_code TEXT,
	last_error_text TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_outgoing_message PRIMARY KEY (id),
	CONSTRAINT uq_outgoing_message_dedupe_key UNIQUE (dedupe_key),
	CONSTRAINT fk_outgoing_message_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_outgoing_message_channel_word CHECK (CAST(channel AS TEXT) IN ('EMAIL', 'SMS', 'PAYMENT')),
	CONSTRAINT ck_outgoing_message_kind_word CHECK (CAST(kind AS TEXT) IN ('REMINDER', 'MESSAGE', 'INVOICE', 'AUTOMATED', 'CHARGE', 'REFUND')),
	CONSTRAINT ck_outgoing_message_state_word CHECK (CAST(state AS TEXT) IN ('QUEUED', 'SENDING', 'IN_DOUBT', 'SENT', 'DELIVERED', 'DEAD', 'EXPIRED', 'CANCELLED', 'SUPPRESSED'))
)
 STRICT;

CREATE INDEX ix_outgoing_message_client_id ON outgoing_message (client_id);

CREATE INDEX ix_outgoing_message_entity_type_entity_id ON outgoing_message (entity_type, entity_id);

CREATE INDEX ix_outgoing_message_state_next_attempt_at ON outgoing_message (state, next_attempt_at);

CREATE TABLE program_template (
	id BLOB NOT NULL,
	trainer_id BLOB,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	program_type TEXT NOT NULL,
	is_progressive INTEGER NOT NULL,
	phase_structure TEXT NOT NULL,
	duration_weeks INTEGER NOT NULL,
	days_per_week INTEGER,
	level TEXT NOT NULL,
	tags TEXT NOT NULL,
	is_published INTEGER NOT NULL,
	version INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_program_template PRIMARY KEY (id),
	CONSTRAINT ck_program_template_duration CHECK (duration_weeks > 0),
	CONSTRAINT ck_program_template_version CHECK (version > 0),
	CONSTRAINT fk_program_template_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_program_template_program_type_word CHECK (CAST(program_type AS TEXT) IN ('WORKOUT', 'NUTRITION', 'HYBRID')),
	CONSTRAINT ck_program_template_is_progressive_truth CHECK (CAST(is_progressive AS INTEGER) IN (0, 1)),
	CONSTRAINT ck_program_template_is_published_truth CHECK (CAST(is_published AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_program_template_trainer_id ON program_template (trainer_id);

CREATE TABLE progress_entry (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	entry_type TEXT NOT NULL,
	entry_date TEXT NOT NULL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_progress_entry PRIMARY KEY (id),
	CONSTRAINT fk_progress_entry_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_progress_entry_entry_type_word CHECK (CAST(entry_type AS TEXT) IN ('MEASUREMENT', 'PHOTO', 'PERFORMANCE', 'CHECK_IN', 'MIXED'))
)
 STRICT;

CREATE INDEX ix_progress_entry_client_id_entry_date ON progress_entry (client_id, entry_date);

CREATE TABLE provider_customer (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	payment_method_id TEXT,
	payment_method_label TEXT NOT NULL,
	provider TEXT,
	provider_id TEXT,
	livemode INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_provider_customer PRIMARY KEY (id),
	CONSTRAINT uq_provider_customer_client_id_provider_livemode UNIQUE (client_id, provider, livemode),
	CONSTRAINT fk_provider_customer_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_provider_customer_provider_word CHECK (CAST(provider AS TEXT) IN ('STRIPE', 'TWILIO')),
	CONSTRAINT ck_provider_customer_livemode_truth CHECK (CAST(livemode AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE questionnaire_reply (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	questionnaire_id BLOB NOT NULL,
	answers TEXT NOT NULL,
	due_on TEXT,
	answered_on TEXT,
	outcome TEXT,
	expires_on TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_questionnaire_reply PRIMARY KEY (id),
	CONSTRAINT fk_questionnaire_reply_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_questionnaire_reply_questionnaire_id FOREIGN KEY(questionnaire_id) REFERENCES questionnaire (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_questionnaire_reply_outcome_word CHECK (CAST(outcome AS TEXT) IN ('CLEAR', 'SEE_DOCTOR'))
)
 STRICT;

CREATE INDEX ix_questionnaire_reply_client_id_answered_on ON questionnaire_reply (client_id, answered_on);

CREATE INDEX ix_questionnaire_reply_questionnaire_id ON questionnaire_reply (questionnaire_id);

CREATE TABLE recurring_pattern (
	id BLOB NOT NULL,
	trainer_id BLOB NOT NULL,
	client_id BLOB,
	recurrence_type TEXT NOT NULL,
	rules TEXT NOT NULL,
	time_zone TEXT NOT NULL,
	start_date TEXT NOT NULL,
	end_date TEXT,
	occurrence_count INTEGER,
	exception_dates TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_recurring_pattern PRIMARY KEY (id),
	CONSTRAINT ck_recurring_pattern_order CHECK (end_date >= start_date),
	CONSTRAINT ck_recurring_pattern_count CHECK (occurrence_count > 0),
	CONSTRAINT fk_recurring_pattern_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_recurring_pattern_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_recurring_pattern_recurrence_type_word CHECK (CAST(recurrence_type AS TEXT) IN ('DAILY', 'WEEKLY', 'BIWEEKLY', 'MONTHLY', 'CUSTOM'))
)
 STRICT;

CREATE INDEX ix_recurring_pattern_client_id ON recurring_pattern (client_id);

CREATE INDEX ix_recurring_pattern_trainer_id ON recurring_pattern (trainer_id);

CREATE TABLE safety_override (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	hazard TEXT NOT NULL,
	reason TEXT NOT NULL,
	entity_type TEXT,
	entity_id BLOB,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_safety_override PRIMARY KEY (id),
	CONSTRAINT fk_safety_override_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_safety_override_hazard_word CHECK (CAST(hazard AS TEXT) IN ('SCREENING_EXPIRED', 'CLEARANCE_MISSING', 'CONTRAINDICATED', 'ALLERGEN', 'WAIVER_MISSING', 'PAYMENT_OVERDUE'))
)
 STRICT;

CREATE INDEX ix_safety_override_client_id ON safety_override (client_id);

CREATE TABLE sign_in_secret (
	id BLOB NOT NULL,
	user_id BLOB NOT NULL,
	kind TEXT NOT NULL,
	hash TEXT NOT NULL,
	failed_attempts INTEGER NOT NULL,
	locked_until_at TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_sign_in_secret PRIMARY KEY (id),
	CONSTRAINT uq_sign_in_secret_user_id_kind UNIQUE (user_id, kind),
	CONSTRAINT fk_sign_in_secret_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_sign_in_secret_kind_word CHECK (CAST(kind AS TEXT) IN ('PASSWORD', 'PIN', 'RECOVERY_CODE'))
)
 STRICT;

CREATE TABLE time_off (
	id BLOB NOT NULL,
	trainer_id BLOB,
	kind TEXT NOT NULL,
	starts_at TEXT NOT NULL,
	ends_at TEXT NOT NULL,
	note TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_time_off PRIMARY KEY (id),
	CONSTRAINT ck_time_off_order CHECK (ends_at > starts_at),
	CONSTRAINT fk_time_off_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_time_off_kind_word CHECK (CAST(kind AS TEXT) IN ('HOLIDAY', 'SICK', 'BREAK', 'OTHER'))
)
 STRICT;

CREATE INDEX ix_time_off_trainer_id_starts_at ON time_off (trainer_id, starts_at);

CREATE TABLE trainer_availability (
	id BLOB NOT NULL,
	trainer_id BLOB NOT NULL,
	day_of_week TEXT NOT NULL,
	start_time TEXT NOT NULL,
	end_time TEXT NOT NULL,
	slot_minutes INTEGER NOT NULL,
	buffer_minutes INTEGER NOT NULL,
	effective_from TEXT,
	effective_until TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_trainer_availability PRIMARY KEY (id),
	CONSTRAINT ck_trainer_availability_order CHECK (end_time > start_time),
	CONSTRAINT ck_trainer_availability_dates CHECK (effective_until >= effective_from),
	CONSTRAINT ck_trainer_availability_slot CHECK (slot_minutes > 0),
	CONSTRAINT ck_trainer_availability_buffer CHECK (buffer_minutes >= 0),
	CONSTRAINT fk_trainer_availability_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_trainer_availability_day_of_week_word CHECK (CAST(day_of_week AS TEXT) IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'))
)
 STRICT;

CREATE INDEX ix_trainer_availability_trainer_id_day_of_week ON trainer_availability (trainer_id, day_of_week);

CREATE TABLE user_role (
	id BLOB NOT NULL,
	user_id BLOB NOT NULL,
	role TEXT NOT NULL,
	permissions TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_user_role PRIMARY KEY (id),
	CONSTRAINT uq_user_role_user_id_role UNIQUE (user_id, role),
	CONSTRAINT fk_user_role_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_user_role_role_word CHECK (CAST(role AS TEXT) IN ('OWNER', 'TRAINER', 'FRONT_DESK', 'READ_ONLY'))
)
 STRICT;

CREATE TABLE appointment (
	id BLOB NOT NULL,
	trainer_id BLOB NOT NULL,
	client_id BLOB,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	status TEXT NOT NULL,
	scheduled_start TEXT NOT NULL,
	scheduled_end TEXT NOT NULL,
	room_id BLOB,
	location TEXT NOT NULL,
	meeting_url TEXT NOT NULL,
	booking_policy_id BLOB,
	recurring_pattern_id BLOB,
	original_start TEXT,
	rescheduled_from_id BLOB,
	substituted_trainer_id BLOB,
	confirmed_at TEXT,
	checked_in_at TEXT,
	completed_at TEXT,
	cancelled_at TEXT,
	cancelled_by TEXT,
	cancel_reason TEXT NOT NULL,
	is_late_cancellation INTEGER NOT NULL,
	notes TEXT NOT NULL,
	sequence INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_appointment PRIMARY KEY (id),
	CONSTRAINT ck_appointment_order CHECK (scheduled_end > scheduled_start),
	CONSTRAINT fk_appointment_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_room_id FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_booking_policy_id FOREIGN KEY(booking_policy_id) REFERENCES booking_policy (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_recurring_pattern_id FOREIGN KEY(recurring_pattern_id) REFERENCES recurring_pattern (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_rescheduled_from_id FOREIGN KEY(rescheduled_from_id) REFERENCES appointment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_substituted_trainer_id FOREIGN KEY(substituted_trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_appointment_kind_word CHECK (CAST(kind AS TEXT) IN ('TRAINING', 'GROUP', 'ASSESSMENT', 'CONSULTATION', 'REMOTE')),
	CONSTRAINT ck_appointment_status_word CHECK (CAST(status AS TEXT) IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED', 'CANCELLED', 'RESCHEDULED', 'NO_SHOW')),
	CONSTRAINT ck_appointment_cancelled_by_word CHECK (CAST(cancelled_by AS TEXT) IN ('CLIENT', 'TRAINER', 'PRACTICE')),
	CONSTRAINT ck_appointment_is_late_cancellation_truth CHECK (CAST(is_late_cancellation AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_appointment_booking_policy_id ON appointment (booking_policy_id);

CREATE INDEX ix_appointment_of_client ON appointment (client_id, scheduled_start, scheduled_end, status, id);

CREATE INDEX ix_appointment_recurring_pattern_id ON appointment (recurring_pattern_id);

CREATE INDEX ix_appointment_rescheduled_from_id ON appointment (rescheduled_from_id);

CREATE INDEX ix_appointment_room_id ON appointment (room_id);

CREATE INDEX ix_appointment_scheduled_start ON appointment (scheduled_start);

CREATE INDEX ix_appointment_substituted_trainer_id ON appointment (substituted_trainer_id);

CREATE INDEX ix_appointment_trainer_id_scheduled_start ON appointment (trainer_id, scheduled_start);

CREATE TRIGGER ex_appointment_trainer_insert BEFORE INSERT ON appointment
WHEN NEW.trainer_id IS NOT NULL AND NEW.status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')
BEGIN
    SELECT RAISE(ABORT, 'ex_appointment_trainer') FROM (
        SELECT scheduled_end FROM appointment
        WHERE trainer_id = NEW.trainer_id AND id <> NEW.id AND status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')
        AND scheduled_start < NEW.scheduled_end
        ORDER BY scheduled_start DESC LIMIT 1
    ) WHERE scheduled_end > NEW.scheduled_start;
END;

CREATE TRIGGER ex_appointment_trainer_update BEFORE UPDATE OF trainer_id, scheduled_start, scheduled_end, status ON appointment
WHEN NEW.trainer_id IS NOT NULL AND NEW.status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')
BEGIN
    SELECT RAISE(ABORT, 'ex_appointment_trainer') FROM (
        SELECT scheduled_end FROM appointment
        WHERE trainer_id = NEW.trainer_id AND id <> NEW.id AND status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')
        AND scheduled_start < NEW.scheduled_end
        ORDER BY scheduled_start DESC LIMIT 1
    ) WHERE scheduled_end > NEW.scheduled_start;
END;

CREATE TRIGGER ex_appointment_client_insert BEFORE INSERT ON appointment
WHEN NEW.client_id IS NOT NULL AND NEW.status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')
BEGIN
    SELECT RAISE(ABORT, 'ex_appointment_client') FROM (
        SELECT scheduled_end FROM appointment
        WHERE client_id = NEW.client_id AND id <> NEW.id AND status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')
        AND scheduled_start < NEW.scheduled_end
        ORDER BY scheduled_start DESC LIMIT 1
    ) WHERE scheduled_end > NEW.scheduled_start;
END;

CREATE TRIGGER ex_appointment_client_update BEFORE UPDATE OF client_id, scheduled_start, scheduled_end, status ON appointment
WHEN NEW.client_id IS NOT NULL AND NEW.status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')
BEGIN
    SELECT RAISE(ABORT, 'ex_appointment_client') FROM (
        SELECT scheduled_end FROM appointment
        WHERE client_id = NEW.client_id AND id <> NEW.id AND status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED')
        AND scheduled_start < NEW.scheduled_end
        ORDER BY scheduled_start DESC LIMIT 1
    ) WHERE scheduled_end > NEW.scheduled_start;
END;

CREATE TABLE client_document (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	attachment_id BLOB NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	notes TEXT NOT NULL,
	valid_until_on TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_document PRIMARY KEY (id),
	CONSTRAINT fk_client_document_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_document_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_document_kind_word CHECK (CAST(kind AS TEXT) IN ('FORM', 'MEDICAL', 'CONTRACT', 'REPORT', 'OTHER'))
)
 STRICT;

CREATE INDEX ix_client_document_attachment_id ON client_document (attachment_id);

CREATE INDEX ix_client_document_client_id ON client_document (client_id);

CREATE TABLE client_profile (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	kind TEXT NOT NULL,
	date_of_birth TEXT,
	sex TEXT NOT NULL,
	height_cm REAL,
	address TEXT NOT NULL,
	occupation TEXT NOT NULL,
	timezone TEXT,
	preferences TEXT NOT NULL,
	photo_id BLOB,
	payer_id BLOB,
	referred_by_id BLOB,
	referral_source TEXT NOT NULL,
	joined_on TEXT,
	archived_at TEXT,
	archive_reason TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_profile PRIMARY KEY (id),
	CONSTRAINT uq_client_profile_client_id UNIQUE (client_id),
	CONSTRAINT fk_client_profile_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_profile_photo_id FOREIGN KEY(photo_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_profile_payer_id FOREIGN KEY(payer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_profile_referred_by_id FOREIGN KEY(referred_by_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_profile_kind_word CHECK (CAST(kind AS TEXT) IN ('IN_PERSON', 'REMOTE', 'PAPER_ONLY')),
	CONSTRAINT ck_client_profile_sex_word CHECK (CAST(sex AS TEXT) IN ('FEMALE', 'MALE', 'UNSTATED'))
)
 STRICT;

CREATE INDEX ix_client_profile_payer_id ON client_profile (payer_id);

CREATE INDEX ix_client_profile_photo_id ON client_profile (photo_id);

CREATE INDEX ix_client_profile_referred_by_id ON client_profile (referred_by_id);

CREATE TABLE client_program (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	program_template_id BLOB,
	template_version INTEGER,
	trainer_id BLOB,
	name TEXT NOT NULL,
	assignment_type TEXT NOT NULL,
	status TEXT NOT NULL,
	starts_on TEXT NOT NULL,
	ends_on TEXT,
	current_week INTEGER NOT NULL,
	current_phase INTEGER NOT NULL,
	auto_advance INTEGER NOT NULL,
	customizations TEXT NOT NULL,
	completed_at TEXT,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_client_program PRIMARY KEY (id),
	CONSTRAINT ck_client_program_current_week CHECK (current_week > 0),
	CONSTRAINT ck_client_program_current_phase CHECK (current_phase > 0),
	CONSTRAINT ck_client_program_order CHECK (ends_on >= starts_on),
	CONSTRAINT fk_client_program_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_program_program_template_id FOREIGN KEY(program_template_id) REFERENCES program_template (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_program_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_program_assignment_type_word CHECK (CAST(assignment_type AS TEXT) IN ('STATIC', 'DYNAMIC_PROGRESSIVE')),
	CONSTRAINT ck_client_program_status_word CHECK (CAST(status AS TEXT) IN ('SCHEDULED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CANCELLED')),
	CONSTRAINT ck_client_program_auto_advance_truth CHECK (CAST(auto_advance AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_client_program_client_id_status ON client_program (client_id, status);

CREATE INDEX ix_client_program_program_template_id ON client_program (program_template_id);

CREATE INDEX ix_client_program_trainer_id ON client_program (trainer_id);

CREATE TABLE exercise (
	id BLOB NOT NULL,
	category_id BLOB,
	trainer_id BLOB,
	name TEXT NOT NULL,
	search_key TEXT NOT NULL,
	aliases TEXT NOT NULL,
	description TEXT NOT NULL,
	instructions TEXT NOT NULL,
	is_custom INTEGER NOT NULL,
	level TEXT,
	force TEXT,
	mechanic TEXT,
	tracking TEXT NOT NULL,
	is_unilateral INTEGER NOT NULL,
	equipment TEXT NOT NULL,
	muscle_groups TEXT NOT NULL,
	secondary_muscles TEXT NOT NULL,
	movement_tags TEXT NOT NULL,
	alternatives TEXT NOT NULL,
	bodyweight_share REAL NOT NULL,
	one_rep_max_formula TEXT NOT NULL,
	video_id BLOB,
	video_url TEXT NOT NULL,
	images TEXT NOT NULL,
	source TEXT NOT NULL,
	licence TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_exercise PRIMARY KEY (id),
	CONSTRAINT fk_exercise_category_id FOREIGN KEY(category_id) REFERENCES exercise_category (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_video_id FOREIGN KEY(video_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_exercise_is_custom_truth CHECK (CAST(is_custom AS INTEGER) IN (0, 1)),
	CONSTRAINT ck_exercise_level_word CHECK (CAST(level AS TEXT) IN ('BEGINNER', 'INTERMEDIATE', 'EXPERT')),
	CONSTRAINT ck_exercise_force_word CHECK (CAST(force AS TEXT) IN ('PUSH', 'PULL', 'STATIC')),
	CONSTRAINT ck_exercise_mechanic_word CHECK (CAST(mechanic AS TEXT) IN ('COMPOUND', 'ISOLATION')),
	CONSTRAINT ck_exercise_tracking_word CHECK (CAST(tracking AS TEXT) IN ('LOAD_REPS', 'BODYWEIGHT_REPS', 'DURATION', 'DISTANCE')),
	CONSTRAINT ck_exercise_is_unilateral_truth CHECK (CAST(is_unilateral AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_exercise_category_id ON exercise (category_id);

CREATE INDEX ix_exercise_search_key ON exercise (search_key);

CREATE INDEX ix_exercise_trainer_id ON exercise (trainer_id);

CREATE INDEX ix_exercise_video_id ON exercise (video_id);

CREATE TABLE habit_log (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	habit_id BLOB NOT NULL,
	done_on TEXT NOT NULL,
	amount REAL,
	logged_at TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_habit_log PRIMARY KEY (id),
	CONSTRAINT uq_habit_log_habit_id_done_on UNIQUE (habit_id, done_on),
	CONSTRAINT fk_habit_log_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_habit_log_habit_id FOREIGN KEY(habit_id) REFERENCES habit (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_habit_log_client_id ON habit_log (client_id);

CREATE TABLE health_history (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	medical_clearance TEXT NOT NULL,
	cleared_on TEXT,
	clearance_expires_on TEXT,
	cleared_by TEXT NOT NULL,
	clearance_document_id BLOB,
	fitness_level TEXT,
	exercise_limitations TEXT NOT NULL,
	conditions TEXT NOT NULL,
	medications TEXT NOT NULL,
	allergies TEXT NOT NULL,
	injuries TEXT NOT NULL,
	surgeries TEXT NOT NULL,
	lifestyle TEXT NOT NULL,
	resting_heart_rate INTEGER,
	blood_pressure TEXT NOT NULL,
	is_pregnant INTEGER NOT NULL,
	notes TEXT NOT NULL,
	reviewed_on TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_health_history PRIMARY KEY (id),
	CONSTRAINT uq_health_history_client_id UNIQUE (client_id),
	CONSTRAINT fk_health_history_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_health_history_clearance_document_id FOREIGN KEY(clearance_document_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_health_history_medical_clearance_word CHECK (CAST(medical_clearance AS TEXT) IN ('NOT_REQUIRED', 'REQUIRED', 'CLEARED')),
	CONSTRAINT ck_health_history_fitness_level_word CHECK (CAST(fitness_level AS TEXT) IN ('BEGINNER', 'INTERMEDIATE', 'ADVANCED', 'ATHLETE')),
	CONSTRAINT ck_health_history_is_pregnant_truth CHECK (CAST(is_pregnant AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_health_history_clearance_document_id ON health_history (clearance_document_id);

CREATE TABLE measurement (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	progress_entry_id BLOB,
	measurement_date TEXT NOT NULL,
	weight_kg REAL,
	body_fat_percentage REAL,
	body_fat_method TEXT NOT NULL,
	muscle_mass_kg REAL,
	measurements TEXT NOT NULL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_measurement PRIMARY KEY (id),
	CONSTRAINT ck_measurement_weight CHECK (weight_kg > 0),
	CONSTRAINT ck_measurement_body_fat CHECK (body_fat_percentage BETWEEN 0 AND 100),
	CONSTRAINT fk_measurement_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_measurement_progress_entry_id FOREIGN KEY(progress_entry_id) REFERENCES progress_entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE INDEX ix_measurement_client_id_measurement_date ON measurement (client_id, measurement_date);

CREATE INDEX ix_measurement_progress_entry_id ON measurement (progress_entry_id);

CREATE TABLE message (
	id BLOB NOT NULL,
	thread_id BLOB NOT NULL,
	sender_id BLOB,
	direction TEXT NOT NULL,
	channel TEXT NOT NULL,
	title TEXT NOT NULL,
	body TEXT NOT NULL,
	attachments TEXT NOT NULL,
	sent_at TEXT NOT NULL,
	read_at TEXT,
	outgoing_message_id BLOB,
	provider_id TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_message PRIMARY KEY (id),
	CONSTRAINT fk_message_thread_id FOREIGN KEY(thread_id) REFERENCES message_thread (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_message_sender_id FOREIGN KEY(sender_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_message_outgoing_message_id FOREIGN KEY(outgoing_message_id) REFERENCES outgoing_message (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_message_direction_word CHECK (CAST(direction AS TEXT) IN ('INBOUND', 'OUTBOUND')),
	CONSTRAINT ck_message_channel_word CHECK (CAST(channel AS TEXT) IN ('EMAIL', 'SMS', 'PUSH', 'IN_APP'))
)
 STRICT;

CREATE INDEX ix_message_outgoing_message_id ON message (outgoing_message_id);

CREATE INDEX ix_message_sender_id ON message (sender_id);

CREATE INDEX ix_message_thread_id_sent_at ON message (thread_id, sent_at);

CREATE UNIQUE INDEX uq_message_provider_id ON message (channel, provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE outgoing_attempt (
	id BLOB NOT NULL,
	outgoing_message_id BLOB NOT NULL,
	number INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	started_at TEXT NOT NULL,
	finished_at TEXT,
	outcome TEXT NOT NULL,
	provider_id TEXT,
	error_code TEXT,
	error_text TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_outgoing_attempt PRIMARY KEY (id),
	CONSTRAINT fk_outgoing_attempt_outgoing_message_id FOREIGN KEY(outgoing_message_id) REFERENCES outgoing_message (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_outgoing_attempt_outcome_word CHECK (CAST(outcome AS TEXT) IN ('STARTED', 'ACCEPTED', 'RETRY', 'REFUSED', 'OFFLINE', 'IN_DOUBT'))
)
 STRICT;

CREATE INDEX ix_outgoing_attempt_outgoing_message_id_number ON outgoing_attempt (outgoing_message_id, number);

CREATE TABLE package (
	id BLOB NOT NULL,
	trainer_id BLOB,
	program_template_id BLOB,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	package_type TEXT NOT NULL,
	price INTEGER NOT NULL,
	currency TEXT NOT NULL,
	tax_name TEXT NOT NULL,
	tax_rate_ppm INTEGER NOT NULL,
	billing_interval TEXT,
	sessions_included INTEGER NOT NULL,
	credits_valid_days INTEGER,
	trial_days INTEGER NOT NULL,
	features_included TEXT NOT NULL,
	is_active INTEGER NOT NULL,
	provider TEXT,
	provider_id TEXT,
	livemode INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_package PRIMARY KEY (id),
	CONSTRAINT ck_package_price CHECK (price >= 0),
	CONSTRAINT ck_package_tax_rate CHECK (tax_rate_ppm >= 0),
	CONSTRAINT ck_package_sessions CHECK (sessions_included >= 0),
	CONSTRAINT fk_package_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_package_program_template_id FOREIGN KEY(program_template_id) REFERENCES program_template (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_package_package_type_word CHECK (CAST(package_type AS TEXT) IN ('ONE_TIME', 'SUBSCRIPTION', 'PER_SESSION', 'PER_PROGRAM')),
	CONSTRAINT ck_package_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_package_billing_interval_word CHECK (CAST(billing_interval AS TEXT) IN ('WEEK', 'TWO_WEEKS', 'FOUR_WEEKS', 'MONTH', 'QUARTER', 'YEAR')),
	CONSTRAINT ck_package_is_active_truth CHECK (CAST(is_active AS INTEGER) IN (0, 1)),
	CONSTRAINT ck_package_provider_word CHECK (CAST(provider AS TEXT) IN ('STRIPE', 'TWILIO')),
	CONSTRAINT ck_package_livemode_truth CHECK (CAST(livemode AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_package_program_template_id ON package (program_template_id);

CREATE INDEX ix_package_trainer_id ON package (trainer_id);

CREATE TABLE practice (
	id BLOB NOT NULL,
	singleton INTEGER NOT NULL,
	name TEXT NOT NULL,
	address TEXT NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	website TEXT NOT NULL,
	tax_number TEXT NOT NULL,
	payment_details TEXT NOT NULL,
	currency TEXT NOT NULL,
	unit_system TEXT NOT NULL,
	time_zone TEXT NOT NULL,
	locale TEXT NOT NULL,
	week_start TEXT NOT NULL,
	session_minutes INTEGER NOT NULL,
	clearance_blocks_booking INTEGER NOT NULL,
	tax_rates TEXT NOT NULL,
	prices_include_tax INTEGER NOT NULL,
	payment_terms_days INTEGER NOT NULL,
	logo_id BLOB,
	brand_color TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_practice PRIMARY KEY (id),
	CONSTRAINT uq_practice_singleton UNIQUE (singleton),
	CONSTRAINT ck_practice_one_row CHECK (singleton = 1),
	CONSTRAINT ck_practice_payment_terms CHECK (payment_terms_days >= 0),
	CONSTRAINT ck_practice_session_minutes CHECK (session_minutes > 0),
	CONSTRAINT fk_practice_logo_id FOREIGN KEY(logo_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_practice_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_practice_unit_system_word CHECK (CAST(unit_system AS TEXT) IN ('METRIC', 'IMPERIAL')),
	CONSTRAINT ck_practice_week_start_word CHECK (CAST(week_start AS TEXT) IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
	CONSTRAINT ck_practice_clearance_blocks_booking_truth CHECK (CAST(clearance_blocks_booking AS INTEGER) IN (0, 1)),
	CONSTRAINT ck_practice_prices_include_tax_truth CHECK (CAST(prices_include_tax AS INTEGER) IN (0, 1)),
	CONSTRAINT ck_practice_brand_color_length CHECK (length(brand_color) <= 7)
)
 STRICT;

CREATE INDEX ix_practice_logo_id ON practice (logo_id);

CREATE TABLE program_phase (
	id BLOB NOT NULL,
	program_template_id BLOB NOT NULL,
	phase_number INTEGER NOT NULL,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	duration_weeks INTEGER NOT NULL,
	goals TEXT NOT NULL,
	is_deload INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_program_phase PRIMARY KEY (id),
	CONSTRAINT uq_program_phase_program_template_id_phase_number UNIQUE (program_template_id, phase_number),
	CONSTRAINT ck_program_phase_number CHECK (phase_number > 0),
	CONSTRAINT ck_program_phase_duration CHECK (duration_weeks > 0),
	CONSTRAINT fk_program_phase_program_template_id FOREIGN KEY(program_template_id) REFERENCES program_template (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_program_phase_is_deload_truth CHECK (CAST(is_deload AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE progress_photo (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	progress_entry_id BLOB,
	attachment_id BLOB NOT NULL,
	angle TEXT NOT NULL,
	taken_on TEXT NOT NULL,
	weight_kg REAL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_progress_photo PRIMARY KEY (id),
	CONSTRAINT fk_progress_photo_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_progress_photo_progress_entry_id FOREIGN KEY(progress_entry_id) REFERENCES progress_entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_progress_photo_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_progress_photo_angle_word CHECK (CAST(angle AS TEXT) IN ('FRONT', 'SIDE_LEFT', 'SIDE_RIGHT', 'BACK', 'OTHER'))
)
 STRICT;

CREATE INDEX ix_progress_photo_attachment_id ON progress_photo (attachment_id);

CREATE INDEX ix_progress_photo_client_id_taken_on ON progress_photo (client_id, taken_on);

CREATE INDEX ix_progress_photo_progress_entry_id ON progress_photo (progress_entry_id);

CREATE TABLE thread_participant (
	id BLOB NOT NULL,
	thread_id BLOB NOT NULL,
	user_id BLOB NOT NULL,
	joined_at TEXT NOT NULL,
	left_at TEXT,
	is_muted INTEGER NOT NULL,
	last_read_at TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_thread_participant PRIMARY KEY (id),
	CONSTRAINT uq_thread_participant_thread_id_user_id UNIQUE (thread_id, user_id),
	CONSTRAINT fk_thread_participant_thread_id FOREIGN KEY(thread_id) REFERENCES message_thread (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_thread_participant_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_thread_participant_is_muted_truth CHECK (CAST(is_muted AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_thread_participant_user_id ON thread_participant (user_id);

CREATE TABLE waiver_signature (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	waiver_id BLOB NOT NULL,
	signed_name TEXT NOT NULL,
	signed_at TEXT NOT NULL,
	text_hash TEXT NOT NULL,
	signature_id BLOB,
	document_id BLOB,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_waiver_signature PRIMARY KEY (id),
	CONSTRAINT fk_waiver_signature_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_waiver_signature_waiver_id FOREIGN KEY(waiver_id) REFERENCES waiver (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_waiver_signature_signature_id FOREIGN KEY(signature_id) REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_waiver_signature_document_id FOREIGN KEY(document_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_waiver_signature_text_hash_length CHECK (length(text_hash) <= 64)
)
 STRICT;

CREATE INDEX ix_waiver_signature_client_id ON waiver_signature (client_id);

CREATE INDEX ix_waiver_signature_document_id ON waiver_signature (document_id);

CREATE INDEX ix_waiver_signature_signature_id ON waiver_signature (signature_id);

CREATE INDEX ix_waiver_signature_waiver_id ON waiver_signature (waiver_id);

CREATE TABLE appointment_reminder (
	id BLOB NOT NULL,
	appointment_id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	channel TEXT NOT NULL,
	minutes_before INTEGER NOT NULL,
	is_sent INTEGER NOT NULL,
	sent_at TEXT,
	outgoing_message_id BLOB,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_appointment_reminder PRIMARY KEY (id),
	CONSTRAINT uq_appointment_reminder_appointment_id_client_id_channel_minutes_before UNIQUE (appointment_id, client_id, channel, minutes_before),
	CONSTRAINT ck_appointment_reminder_minutes_before CHECK (minutes_before >= 0),
	CONSTRAINT fk_appointment_reminder_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_reminder_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_reminder_outgoing_message_id FOREIGN KEY(outgoing_message_id) REFERENCES outgoing_message (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_appointment_reminder_channel_word CHECK (CAST(channel AS TEXT) IN ('EMAIL', 'SMS', 'PUSH', 'IN_APP')),
	CONSTRAINT ck_appointment_reminder_is_sent_truth CHECK (CAST(is_sent AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_appointment_reminder_appointment_id_is_sent ON appointment_reminder (appointment_id, is_sent);

CREATE INDEX ix_appointment_reminder_client_id ON appointment_reminder (client_id);

CREATE INDEX ix_appointment_reminder_outgoing_message_id ON appointment_reminder (outgoing_message_id);

CREATE TABLE client_goal (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	title TEXT NOT NULL,
	description TEXT NOT NULL,
	goal_type TEXT NOT NULL,
	status TEXT NOT NULL,
	metric TEXT NOT NULL,
	unit TEXT NOT NULL,
	start_value REAL,
	current_progress REAL,
	target_value REAL,
	started_on TEXT,
	target_date TEXT,
	completed_at TEXT,
	exercise_id BLOB,
	priority INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_goal PRIMARY KEY (id),
	CONSTRAINT fk_client_goal_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_goal_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_goal_status_word CHECK (CAST(status AS TEXT) IN ('ACTIVE', 'PAUSED', 'COMPLETED'))
)
 STRICT;

CREATE INDEX ix_client_goal_client_id_status ON client_goal (client_id, status);

CREATE INDEX ix_client_goal_exercise_id ON client_goal (exercise_id);

CREATE TABLE client_subscription (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	package_id BLOB NOT NULL,
	discount_id BLOB,
	status TEXT NOT NULL,
	price INTEGER NOT NULL,
	currency TEXT NOT NULL,
	billing_interval TEXT NOT NULL,
	starts_on TEXT NOT NULL,
	ends_on TEXT,
	auto_renew INTEGER NOT NULL,
	next_billing_on TEXT,
	paused_from_on TEXT,
	paused_until_on TEXT,
	cancelled_at TEXT,
	cancel_reason TEXT NOT NULL,
	failed_attempts INTEGER NOT NULL,
	next_attempt_on TEXT,
	provider TEXT,
	provider_id TEXT,
	livemode INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_client_subscription PRIMARY KEY (id),
	CONSTRAINT ck_client_subscription_price CHECK (price >= 0),
	CONSTRAINT fk_client_subscription_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_subscription_package_id FOREIGN KEY(package_id) REFERENCES package (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_subscription_discount_id FOREIGN KEY(discount_id) REFERENCES discount (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_subscription_status_word CHECK (CAST(status AS TEXT) IN ('ACTIVE', 'PAUSED', 'CANCELLED', 'EXPIRED')),
	CONSTRAINT ck_client_subscription_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_client_subscription_billing_interval_word CHECK (CAST(billing_interval AS TEXT) IN ('WEEK', 'TWO_WEEKS', 'FOUR_WEEKS', 'MONTH', 'QUARTER', 'YEAR')),
	CONSTRAINT ck_client_subscription_auto_renew_truth CHECK (CAST(auto_renew AS INTEGER) IN (0, 1)),
	CONSTRAINT ck_client_subscription_provider_word CHECK (CAST(provider AS TEXT) IN ('STRIPE', 'TWILIO')),
	CONSTRAINT ck_client_subscription_livemode_truth CHECK (CAST(livemode AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_client_subscription_client_id_status ON client_subscription (client_id, status);

CREATE INDEX ix_client_subscription_discount_id ON client_subscription (discount_id);

CREATE INDEX ix_client_subscription_package_id ON client_subscription (package_id);

CREATE INDEX ix_client_subscription_status_next_billing_on ON client_subscription (status, next_billing_on);

CREATE TABLE group_session (
	id BLOB NOT NULL,
	appointment_id BLOB NOT NULL,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	max_participants INTEGER NOT NULL,
	price_per_person INTEGER,
	currency TEXT NOT NULL,
	status TEXT NOT NULL,
	waitlist_cutoff_minutes INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_group_session PRIMARY KEY (id),
	CONSTRAINT ck_group_session_max_participants CHECK (max_participants > 0),
	CONSTRAINT ck_group_session_price CHECK (price_per_person >= 0),
	CONSTRAINT uq_group_session_appointment_id UNIQUE (appointment_id),
	CONSTRAINT fk_group_session_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_group_session_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_group_session_status_word CHECK (CAST(status AS TEXT) IN ('OPEN', 'FULL', 'CANCELLED'))
)
 STRICT;

CREATE TABLE nutrition_plan (
	id BLOB NOT NULL,
	client_id BLOB,
	client_program_id BLOB,
	trainer_id BLOB,
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	status TEXT NOT NULL,
	starts_on TEXT,
	ends_on TEXT,
	calories_kcal INTEGER,
	protein_g REAL,
	carbs_g REAL,
	fat_g REAL,
	fiber_g REAL,
	day_targets TEXT NOT NULL,
	meal_timing TEXT NOT NULL,
	meals_per_day INTEGER,
	dietary_restrictions TEXT NOT NULL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_nutrition_plan PRIMARY KEY (id),
	CONSTRAINT ck_nutrition_plan_calories CHECK (calories_kcal >= 0),
	CONSTRAINT ck_nutrition_plan_macros CHECK (protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0),
	CONSTRAINT fk_nutrition_plan_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_plan_client_program_id FOREIGN KEY(client_program_id) REFERENCES client_program (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_plan_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_nutrition_plan_status_word CHECK (CAST(status AS TEXT) IN ('DRAFT', 'ACTIVE', 'COMPLETED'))
)
 STRICT;

CREATE INDEX ix_nutrition_plan_client_id_status ON nutrition_plan (client_id, status);

CREATE INDEX ix_nutrition_plan_client_program_id ON nutrition_plan (client_program_id);

CREATE INDEX ix_nutrition_plan_trainer_id ON nutrition_plan (trainer_id);

CREATE TABLE performance_metric (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	progress_entry_id BLOB,
	exercise_id BLOB,
	kind TEXT NOT NULL,
	metric_name TEXT NOT NULL,
	metric_value REAL NOT NULL,
	metric_unit TEXT NOT NULL,
	measured_on TEXT NOT NULL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_performance_metric PRIMARY KEY (id),
	CONSTRAINT fk_performance_metric_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_performance_metric_progress_entry_id FOREIGN KEY(progress_entry_id) REFERENCES progress_entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_performance_metric_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_performance_metric_kind_word CHECK (CAST(kind AS TEXT) IN ('STRENGTH', 'CARDIO', 'FLEXIBILITY', 'OTHER'))
)
 STRICT;

CREATE INDEX ix_performance_metric_client_id_metric_name_measured_on ON performance_metric (client_id, metric_name, measured_on);

CREATE INDEX ix_performance_metric_exercise_id ON performance_metric (exercise_id);

CREATE INDEX ix_performance_metric_progress_entry_id ON performance_metric (progress_entry_id);

CREATE TABLE workout_session (
	id BLOB NOT NULL,
	client_id BLOB,
	client_program_id BLOB,
	program_template_id BLOB,
	phase_id BLOB,
	source_id BLOB,
	name TEXT NOT NULL,
	session_type TEXT NOT NULL,
	week_number INTEGER NOT NULL,
	day_number INTEGER NOT NULL,
	scheduled_on TEXT,
	estimated_minutes INTEGER,
	instructions TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_workout_session PRIMARY KEY (id),
	CONSTRAINT ck_workout_session_week_number CHECK (week_number > 0),
	CONSTRAINT ck_workout_session_day_number CHECK (day_number > 0),
	CONSTRAINT ck_workout_session_template_or_client CHECK ((program_template_id IS NULL) <> (client_id IS NULL)),
	CONSTRAINT fk_workout_session_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_session_client_program_id FOREIGN KEY(client_program_id) REFERENCES client_program (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_session_program_template_id FOREIGN KEY(program_template_id) REFERENCES program_template (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_session_phase_id FOREIGN KEY(phase_id) REFERENCES program_phase (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_session_source_id FOREIGN KEY(source_id) REFERENCES workout_session (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_workout_session_session_type_word CHECK (CAST(session_type AS TEXT) IN ('STRENGTH', 'CARDIO', 'FLEXIBILITY', 'MIXED', 'REST'))
)
 STRICT;

CREATE INDEX ix_workout_session_client_id_scheduled_on ON workout_session (client_id, scheduled_on);

CREATE INDEX ix_workout_session_client_program_id_week_number ON workout_session (client_program_id, week_number);

CREATE INDEX ix_workout_session_phase_id ON workout_session (phase_id);

CREATE INDEX ix_workout_session_program_template_id_week_number ON workout_session (program_template_id, week_number);

CREATE INDEX ix_workout_session_source_id ON workout_session (source_id);

CREATE TABLE invoice (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	payer_id BLOB,
	kind TEXT NOT NULL,
	series_id BLOB,
	number INTEGER,
	invoice_number TEXT,
	status TEXT NOT NULL,
	client_subscription_id BLOB,
	credited_invoice_id BLOB,
	issued_on TEXT,
	due_on TEXT,
	currency TEXT NOT NULL,
	prices_include_tax INTEGER NOT NULL,
	line_items TEXT NOT NULL,
	taxes TEXT NOT NULL,
	subtotal INTEGER NOT NULL,
	discount_rate_ppm INTEGER NOT NULL,
	discount_fixed INTEGER NOT NULL,
	discount_amount INTEGER NOT NULL,
	discount_reason TEXT NOT NULL,
	tax_amount INTEGER NOT NULL,
	total INTEGER NOT NULL,
	issuer TEXT,
	recipient TEXT,
	notes TEXT NOT NULL,
	document_id BLOB,
	document_url TEXT NOT NULL,
	sent_at TEXT,
	handed_out_at TEXT,
	paid_at TEXT,
	provider TEXT,
	provider_id TEXT,
	livemode INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_invoice PRIMARY KEY (id),
	CONSTRAINT uq_invoice_invoice_number UNIQUE (invoice_number),
	CONSTRAINT uq_invoice_series_id_number UNIQUE (series_id, number),
	CONSTRAINT ck_invoice_numbered_when_sent CHECK ((status = 'DRAFT') = (invoice_number IS NULL)),
	CONSTRAINT ck_invoice_numbers_agree CHECK ((number IS NULL) = (invoice_number IS NULL)),
	CONSTRAINT ck_invoice_total CHECK (total = subtotal - discount_amount + tax_amount),
	CONSTRAINT ck_invoice_discount_rate CHECK (discount_rate_ppm BETWEEN 0 AND 1000000),
	CONSTRAINT ck_invoice_discount_fixed CHECK (discount_fixed >= 0),
	CONSTRAINT fk_invoice_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_payer_id FOREIGN KEY(payer_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_series_id FOREIGN KEY(series_id) REFERENCES invoice_series (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_client_subscription_id FOREIGN KEY(client_subscription_id) REFERENCES client_subscription (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_credited_invoice_id FOREIGN KEY(credited_invoice_id) REFERENCES invoice (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_document_id FOREIGN KEY(document_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_invoice_kind_word CHECK (CAST(kind AS TEXT) IN ('INVOICE', 'CREDIT_NOTE')),
	CONSTRAINT ck_invoice_status_word CHECK (CAST(status AS TEXT) IN ('DRAFT', 'SENT', 'OVERDUE', 'PAID', 'CREDITED', 'WRITTEN_OFF')),
	CONSTRAINT ck_invoice_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_invoice_prices_include_tax_truth CHECK (CAST(prices_include_tax AS INTEGER) IN (0, 1)),
	CONSTRAINT ck_invoice_provider_word CHECK (CAST(provider AS TEXT) IN ('STRIPE', 'TWILIO')),
	CONSTRAINT ck_invoice_livemode_truth CHECK (CAST(livemode AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_invoice_client_id_id ON invoice (client_id, id);

CREATE INDEX ix_invoice_client_id_status ON invoice (client_id, status);

CREATE INDEX ix_invoice_client_subscription_id ON invoice (client_subscription_id);

CREATE INDEX ix_invoice_credited_invoice_id ON invoice (credited_invoice_id);

CREATE INDEX ix_invoice_document_id ON invoice (document_id);

CREATE INDEX ix_invoice_list ON invoice ((issued_on IS NULL), issued_on, number, id, status, client_id, invoice_number);

CREATE INDEX ix_invoice_payer_id ON invoice (payer_id);

CREATE INDEX ix_invoice_sums ON invoice (status, due_on, currency, total, client_id, invoice_number);

CREATE TABLE meal_plan (
	id BLOB NOT NULL,
	client_id BLOB,
	nutrition_plan_id BLOB NOT NULL,
	name TEXT NOT NULL,
	meal_type TEXT NOT NULL,
	day_type TEXT NOT NULL,
	day_number INTEGER,
	position INTEGER NOT NULL,
	recipe TEXT NOT NULL,
	ingredients TEXT NOT NULL,
	calories_kcal INTEGER,
	protein_g REAL,
	carbs_g REAL,
	fat_g REAL,
	allergens TEXT NOT NULL,
	photo_id BLOB,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_meal_plan PRIMARY KEY (id),
	CONSTRAINT ck_meal_plan_macros CHECK (protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0),
	CONSTRAINT fk_meal_plan_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meal_plan_nutrition_plan_id FOREIGN KEY(nutrition_plan_id) REFERENCES nutrition_plan (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meal_plan_photo_id FOREIGN KEY(photo_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_meal_plan_meal_type_word CHECK (CAST(meal_type AS TEXT) IN ('BREAKFAST', 'LUNCH', 'DINNER', 'SNACK', 'PRE_WORKOUT', 'POST_WORKOUT')),
	CONSTRAINT ck_meal_plan_day_type_word CHECK (CAST(day_type AS TEXT) IN ('ANY', 'TRAINING', 'REST'))
)
 STRICT;

CREATE INDEX ix_meal_plan_client_id ON meal_plan (client_id);

CREATE INDEX ix_meal_plan_nutrition_plan_id_position ON meal_plan (nutrition_plan_id, position);

CREATE INDEX ix_meal_plan_photo_id ON meal_plan (photo_id);

CREATE TABLE session_exercise (
	id BLOB NOT NULL,
	client_id BLOB,
	session_id BLOB NOT NULL,
	exercise_id BLOB NOT NULL,
	source_id BLOB,
	exercise_order INTEGER NOT NULL,
	superset_group TEXT NOT NULL,
	method TEXT NOT NULL,
	sets INTEGER,
	reps INTEGER,
	reps_max INTEGER,
	is_each_side INTEGER NOT NULL,
	load_kg REAL,
	load_percent REAL,
	rir REAL,
	rpe REAL,
	duration_seconds INTEGER,
	distance_m REAL,
	rest_seconds INTEGER,
	tempo TEXT,
	set_targets TEXT NOT NULL,
	progression TEXT,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_session_exercise PRIMARY KEY (id),
	CONSTRAINT ck_session_exercise_sets CHECK (sets > 0),
	CONSTRAINT ck_session_exercise_reps CHECK (reps > 0),
	CONSTRAINT ck_session_exercise_reps_max CHECK (reps_max >= reps),
	CONSTRAINT ck_session_exercise_load CHECK (load_kg >= 0),
	CONSTRAINT ck_session_exercise_duration CHECK (duration_seconds > 0),
	CONSTRAINT ck_session_exercise_distance CHECK (distance_m > 0),
	CONSTRAINT ck_session_exercise_rest CHECK (rest_seconds >= 0),
	CONSTRAINT fk_session_exercise_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_session_exercise_session_id FOREIGN KEY(session_id) REFERENCES workout_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_session_exercise_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_session_exercise_source_id FOREIGN KEY(source_id) REFERENCES session_exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_session_exercise_superset_group_length CHECK (length(superset_group) <= 8),
	CONSTRAINT ck_session_exercise_method_word CHECK (CAST(method AS TEXT) IN ('STRAIGHT', 'SUPERSET', 'CIRCUIT', 'INTERVAL', 'AMRAP', 'EMOM', 'TABATA', 'FOR_TIME')),
	CONSTRAINT ck_session_exercise_is_each_side_truth CHECK (CAST(is_each_side AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_session_exercise_client_id ON session_exercise (client_id);

CREATE INDEX ix_session_exercise_exercise_id ON session_exercise (exercise_id);

CREATE INDEX ix_session_exercise_session_id_exercise_order ON session_exercise (session_id, exercise_order);

CREATE INDEX ix_session_exercise_source_id ON session_exercise (source_id);

CREATE TABLE session_participant (
	id BLOB NOT NULL,
	group_session_id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	status TEXT NOT NULL,
	registered_at TEXT NOT NULL,
	checked_in_at TEXT,
	cancelled_at TEXT,
	spot TEXT NOT NULL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_session_participant PRIMARY KEY (id),
	CONSTRAINT fk_session_participant_group_session_id FOREIGN KEY(group_session_id) REFERENCES group_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_session_participant_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_session_participant_status_word CHECK (CAST(status AS TEXT) IN ('REGISTERED', 'WAITLISTED', 'ATTENDED', 'NO_SHOW', 'CANCELLED'))
)
 STRICT;

CREATE INDEX ix_session_participant_group_session_id ON session_participant (group_session_id);

CREATE INDEX ix_session_participant_of_client ON session_participant (client_id, status, group_session_id);

CREATE UNIQUE INDEX uq_session_participant_group_session_id_client_id ON session_participant (group_session_id, client_id) WHERE status <> 'CANCELLED';

CREATE TABLE workout_completion (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	workout_session_id BLOB,
	appointment_id BLOB,
	trainer_id BLOB,
	name TEXT NOT NULL,
	status TEXT NOT NULL,
	started_at TEXT,
	completed_at TEXT NOT NULL,
	duration_minutes INTEGER,
	rating INTEGER,
	effort REAL,
	bodyweight_kg REAL,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_workout_completion PRIMARY KEY (id),
	CONSTRAINT ck_workout_completion_rating CHECK (rating BETWEEN 1 AND 5),
	CONSTRAINT ck_workout_completion_effort CHECK (effort BETWEEN 0 AND 10),
	CONSTRAINT ck_workout_completion_duration CHECK (duration_minutes >= 0),
	CONSTRAINT fk_workout_completion_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_completion_workout_session_id FOREIGN KEY(workout_session_id) REFERENCES workout_session (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_completion_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_completion_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_workout_completion_status_word CHECK (CAST(status AS TEXT) IN ('COMPLETED', 'PARTIAL', 'SKIPPED'))
)
 STRICT;

CREATE INDEX ix_workout_completion_appointment_id ON workout_completion (appointment_id);

CREATE INDEX ix_workout_completion_client_id_completed_at ON workout_completion (client_id, completed_at);

CREATE INDEX ix_workout_completion_trainer_id ON workout_completion (trainer_id);

CREATE INDEX ix_workout_completion_workout_session_id ON workout_completion (workout_session_id);

CREATE TABLE exercise_completion (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	workout_completion_id BLOB NOT NULL,
	session_exercise_id BLOB,
	exercise_id BLOB,
	exercise_order INTEGER NOT NULL,
	status TEXT NOT NULL,
	replaced_exercise_id BLOB,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_exercise_completion PRIMARY KEY (id),
	CONSTRAINT fk_exercise_completion_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_completion_workout_completion_id FOREIGN KEY(workout_completion_id) REFERENCES workout_completion (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_completion_session_exercise_id FOREIGN KEY(session_exercise_id) REFERENCES session_exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_completion_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_completion_replaced_exercise_id FOREIGN KEY(replaced_exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_exercise_completion_status_word CHECK (CAST(status AS TEXT) IN ('COMPLETED', 'PARTIAL', 'SKIPPED'))
)
 STRICT;

CREATE INDEX ix_exercise_completion_client_id ON exercise_completion (client_id);

CREATE INDEX ix_exercise_completion_exercise_id ON exercise_completion (exercise_id);

CREATE INDEX ix_exercise_completion_replaced_exercise_id ON exercise_completion (replaced_exercise_id);

CREATE INDEX ix_exercise_completion_session_exercise_id ON exercise_completion (session_exercise_id);

CREATE INDEX ix_exercise_completion_workout_completion_id_exercise_order ON exercise_completion (workout_completion_id, exercise_order);

CREATE TABLE nutrition_log (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	meal_plan_id BLOB,
	food_id BLOB,
	eaten_on TEXT NOT NULL,
	eaten_at_time TEXT,
	meal_type TEXT NOT NULL,
	description TEXT NOT NULL,
	amount_g REAL,
	calories_kcal REAL,
	protein_g REAL,
	carbs_g REAL,
	fat_g REAL,
	is_off_plan INTEGER NOT NULL,
	photo_id BLOB,
	notes TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_nutrition_log PRIMARY KEY (id),
	CONSTRAINT ck_nutrition_log_macros CHECK (protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0),
	CONSTRAINT fk_nutrition_log_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_log_meal_plan_id FOREIGN KEY(meal_plan_id) REFERENCES meal_plan (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_log_food_id FOREIGN KEY(food_id) REFERENCES food (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_log_photo_id FOREIGN KEY(photo_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_nutrition_log_meal_type_word CHECK (CAST(meal_type AS TEXT) IN ('BREAKFAST', 'LUNCH', 'DINNER', 'SNACK', 'PRE_WORKOUT', 'POST_WORKOUT')),
	CONSTRAINT ck_nutrition_log_is_off_plan_truth CHECK (CAST(is_off_plan AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_nutrition_log_client_id_eaten_on ON nutrition_log (client_id, eaten_on);

CREATE INDEX ix_nutrition_log_food_id ON nutrition_log (food_id);

CREATE INDEX ix_nutrition_log_meal_plan_id ON nutrition_log (meal_plan_id);

CREATE INDEX ix_nutrition_log_photo_id ON nutrition_log (photo_id);

CREATE TABLE payment (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	payer_id BLOB,
	invoice_id BLOB,
	subscription_id BLOB,
	appointment_id BLOB,
	client_program_id BLOB,
	package_id BLOB,
	amount INTEGER NOT NULL,
	currency TEXT NOT NULL,
	fee INTEGER NOT NULL,
	status TEXT NOT NULL,
	method TEXT NOT NULL,
	paid_at TEXT,
	reference TEXT NOT NULL,
	notes TEXT NOT NULL,
	idempotency_key TEXT,
	failure_code TEXT NOT NULL,
	failure_reason TEXT NOT NULL,
	provider TEXT,
	provider_id TEXT,
	livemode INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_payment PRIMARY KEY (id),
	CONSTRAINT uq_payment_provider_livemode_provider_id UNIQUE (provider, livemode, provider_id),
	CONSTRAINT uq_payment_idempotency_key UNIQUE (idempotency_key),
	CONSTRAINT ck_payment_amount CHECK (amount >= 0),
	CONSTRAINT fk_payment_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_payer_id FOREIGN KEY(payer_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_subscription_id FOREIGN KEY(subscription_id) REFERENCES client_subscription (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_client_program_id FOREIGN KEY(client_program_id) REFERENCES client_program (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_package_id FOREIGN KEY(package_id) REFERENCES package (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_payment_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_payment_status_word CHECK (CAST(status AS TEXT) IN ('PENDING', 'COMPLETED', 'FAILED', 'REFUNDED', 'CANCELLED')),
	CONSTRAINT ck_payment_method_word CHECK (CAST(method AS TEXT) IN ('CASH', 'CARD', 'BANK_TRANSFER', 'DIRECT_DEBIT', 'ONLINE', 'VOUCHER', 'OTHER')),
	CONSTRAINT ck_payment_provider_word CHECK (CAST(provider AS TEXT) IN ('STRIPE', 'TWILIO')),
	CONSTRAINT ck_payment_livemode_truth CHECK (CAST(livemode AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_payment_appointment_id ON payment (appointment_id);

CREATE INDEX ix_payment_client_id_status ON payment (client_id, status);

CREATE INDEX ix_payment_client_program_id ON payment (client_program_id);

CREATE INDEX ix_payment_invoice_id ON payment (invoice_id);

CREATE INDEX ix_payment_package_id ON payment (package_id);

CREATE INDEX ix_payment_payer_id ON payment (payer_id);

CREATE INDEX ix_payment_status_paid_at ON payment (status, paid_at);

CREATE INDEX ix_payment_subscription_id ON payment (subscription_id);

CREATE TABLE credit_entry (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	reason TEXT NOT NULL,
	amount INTEGER NOT NULL,
	grant_id BLOB,
	package_id BLOB,
	subscription_id BLOB,
	payment_id BLOB,
	appointment_id BLOB,
	entered_at TEXT NOT NULL,
	expires_on TEXT,
	note TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_credit_entry PRIMARY KEY (id),
	CONSTRAINT ck_credit_entry_amount CHECK (amount <> 0),
	CONSTRAINT fk_credit_entry_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_grant_id FOREIGN KEY(grant_id) REFERENCES credit_entry (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_package_id FOREIGN KEY(package_id) REFERENCES package (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_subscription_id FOREIGN KEY(subscription_id) REFERENCES client_subscription (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_credit_entry_reason_word CHECK (CAST(reason AS TEXT) IN ('GRANT', 'USE', 'RETURN', 'EXPIRE', 'ADJUST'))
)
 STRICT;

CREATE INDEX ix_credit_entry_appointment_id ON credit_entry (appointment_id);

CREATE INDEX ix_credit_entry_client_id_expires_on ON credit_entry (client_id, expires_on);

CREATE INDEX ix_credit_entry_grant_id ON credit_entry (grant_id);

CREATE INDEX ix_credit_entry_package_id ON credit_entry (package_id);

CREATE INDEX ix_credit_entry_payment_id ON credit_entry (payment_id);

CREATE INDEX ix_credit_entry_subscription_id ON credit_entry (subscription_id);

CREATE INDEX ix_credit_entry_used ON credit_entry (client_id, appointment_id, reason, amount);

CREATE TABLE logged_set (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	exercise_completion_id BLOB NOT NULL,
	exercise_id BLOB,
	performed_at TEXT NOT NULL,
	set_number INTEGER NOT NULL,
	kind TEXT NOT NULL,
	load_kg REAL,
	reps INTEGER,
	rir REAL,
	rpe REAL,
	duration_seconds INTEGER,
	distance_m REAL,
	is_each_side INTEGER NOT NULL,
	is_completed INTEGER NOT NULL,
	note TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_logged_set PRIMARY KEY (id),
	CONSTRAINT ck_logged_set_number CHECK (set_number > 0),
	CONSTRAINT ck_logged_set_reps CHECK (reps >= 0),
	CONSTRAINT ck_logged_set_duration CHECK (duration_seconds >= 0),
	CONSTRAINT ck_logged_set_distance CHECK (distance_m >= 0),
	CONSTRAINT fk_logged_set_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_logged_set_exercise_completion_id FOREIGN KEY(exercise_completion_id) REFERENCES exercise_completion (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_logged_set_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_logged_set_kind_word CHECK (CAST(kind AS TEXT) IN ('WARM_UP', 'WORKING', 'DROP', 'MYO', 'PARTIAL', 'FORCED', 'ISOMETRIC')),
	CONSTRAINT ck_logged_set_is_each_side_truth CHECK (CAST(is_each_side AS INTEGER) IN (0, 1)),
	CONSTRAINT ck_logged_set_is_completed_truth CHECK (CAST(is_completed AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_logged_set_client_id_exercise_id_performed_at ON logged_set (client_id, exercise_id, performed_at);

CREATE INDEX ix_logged_set_exercise_completion_id_set_number ON logged_set (exercise_completion_id, set_number);

CREATE INDEX ix_logged_set_exercise_id ON logged_set (exercise_id);

CREATE TABLE refund (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	payment_id BLOB NOT NULL,
	amount INTEGER NOT NULL,
	currency TEXT NOT NULL,
	status TEXT NOT NULL,
	reason TEXT NOT NULL,
	refunded_at TEXT,
	provider TEXT,
	provider_id TEXT,
	livemode INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_refund PRIMARY KEY (id),
	CONSTRAINT ck_refund_amount CHECK (amount > 0),
	CONSTRAINT fk_refund_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_refund_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_refund_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_refund_status_word CHECK (CAST(status AS TEXT) IN ('PENDING', 'COMPLETED', 'FAILED')),
	CONSTRAINT ck_refund_provider_word CHECK (CAST(provider AS TEXT) IN ('STRIPE', 'TWILIO')),
	CONSTRAINT ck_refund_livemode_truth CHECK (CAST(livemode AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_refund_client_id ON refund (client_id);

CREATE INDEX ix_refund_payment_id ON refund (payment_id);

CREATE TABLE video (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	attachment_id BLOB NOT NULL,
	thumbnail_id BLOB,
	workout_session_id BLOB,
	exercise_id BLOB,
	logged_set_id BLOB,
	reviewer_id BLOB,
	title TEXT NOT NULL,
	client_notes TEXT NOT NULL,
	review_status TEXT NOT NULL,
	recorded_at TEXT,
	uploaded_at TEXT NOT NULL,
	reviewed_at TEXT,
	duration_seconds REAL,
	width INTEGER,
	height INTEGER,
	rotation INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	deleted_at TEXT,
	is_deleted INTEGER NOT NULL GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED,
	CONSTRAINT pk_video PRIMARY KEY (id),
	CONSTRAINT fk_video_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_thumbnail_id FOREIGN KEY(thumbnail_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_workout_session_id FOREIGN KEY(workout_session_id) REFERENCES workout_session (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_logged_set_id FOREIGN KEY(logged_set_id) REFERENCES logged_set (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_reviewer_id FOREIGN KEY(reviewer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_video_review_status_word CHECK (CAST(review_status AS TEXT) IN ('PENDING', 'IN_REVIEW', 'REVIEWED', 'APPROVED', 'NEEDS_REVISION'))
)
 STRICT;

CREATE INDEX ix_video_attachment_id ON video (attachment_id);

CREATE INDEX ix_video_client_id_review_status ON video (client_id, review_status);

CREATE INDEX ix_video_exercise_id ON video (exercise_id);

CREATE INDEX ix_video_logged_set_id ON video (logged_set_id);

CREATE INDEX ix_video_review_status_uploaded_at ON video (review_status, uploaded_at);

CREATE INDEX ix_video_reviewer_id ON video (reviewer_id);

CREATE INDEX ix_video_thumbnail_id ON video (thumbnail_id);

CREATE INDEX ix_video_workout_session_id ON video (workout_session_id);

CREATE TABLE video_feedback (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	video_id BLOB NOT NULL,
	trainer_id BLOB,
	comments TEXT NOT NULL,
	response_video_id BLOB,
	video_response_url TEXT NOT NULL,
	rating INTEGER,
	exercise_suggestions TEXT NOT NULL,
	needs_follow_up INTEGER NOT NULL,
	sent_at TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_video_feedback PRIMARY KEY (id),
	CONSTRAINT ck_video_feedback_rating CHECK (rating BETWEEN 1 AND 5),
	CONSTRAINT fk_video_feedback_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_feedback_video_id FOREIGN KEY(video_id) REFERENCES video (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_feedback_trainer_id FOREIGN KEY(trainer_id) REFERENCES user (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_feedback_response_video_id FOREIGN KEY(response_video_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_video_feedback_needs_follow_up_truth CHECK (CAST(needs_follow_up AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_video_feedback_client_id ON video_feedback (client_id);

CREATE INDEX ix_video_feedback_response_video_id ON video_feedback (response_video_id);

CREATE INDEX ix_video_feedback_trainer_id ON video_feedback (trainer_id);

CREATE INDEX ix_video_feedback_video_id ON video_feedback (video_id);

CREATE TABLE video_annotation (
	id BLOB NOT NULL,
	client_id BLOB NOT NULL,
	video_feedback_id BLOB NOT NULL,
	kind TEXT NOT NULL,
	timestamp_ms INTEGER NOT NULL,
	pts INTEGER,
	frame_number INTEGER,
	lasts_ms INTEGER NOT NULL,
	text TEXT NOT NULL,
	position TEXT,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	created_by BLOB,
	updated_by BLOB,
	CONSTRAINT pk_video_annotation PRIMARY KEY (id),
	CONSTRAINT ck_video_annotation_timestamp CHECK (timestamp_ms >= 0),
	CONSTRAINT ck_video_annotation_lasts CHECK (lasts_ms >= 0),
	CONSTRAINT fk_video_annotation_client_id FOREIGN KEY(client_id) REFERENCES user (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_annotation_video_feedback_id FOREIGN KEY(video_feedback_id) REFERENCES video_feedback (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_video_annotation_kind_word CHECK (CAST(kind AS TEXT) IN ('COMMENT', 'LINE', 'ARROW', 'ANGLE', 'CIRCLE', 'FREEHAND'))
)
 STRICT;

CREATE INDEX ix_video_annotation_client_id ON video_annotation (client_id);

CREATE INDEX ix_video_annotation_video_feedback_id_timestamp_ms ON video_annotation (video_feedback_id, timestamp_ms)
