CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE assessment_protocol (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	instructions VARCHAR NOT NULL,
	items JSONB NOT NULL,
	retest_days BIGINT,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_assessment_protocol PRIMARY KEY (id)
);

CREATE TABLE booking_policy (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	position BIGINT NOT NULL,
	cancel_before_minutes BIGINT NOT NULL,
	forfeits_credit BOOLEAN NOT NULL,
	late_cancel_fee BIGINT NOT NULL,
	no_show_fee BIGINT NOT NULL,
	free_per_30_days BIGINT NOT NULL,
	text VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_booking_policy PRIMARY KEY (id),
	CONSTRAINT ck_booking_policy_fees CHECK (late_cancel_fee >= 0 AND no_show_fee >= 0),
	CONSTRAINT ck_booking_policy_window CHECK (cancel_before_minutes >= 0)
);

CREATE TABLE change_log (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR(40) NOT NULL,
	undoes_id UUID,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_change_log PRIMARY KEY (id),
	CONSTRAINT ck_change_log_kind_word CHECK (CAST(kind AS VARCHAR) IN ('DONE', 'UNDONE', 'REDONE'))
);

CREATE INDEX ix_change_log_created_at ON change_log (created_at);

CREATE TABLE client_tag (
	id UUID NOT NULL,
	name VARCHAR(60) NOT NULL,
	color VARCHAR(7) NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_tag PRIMARY KEY (id),
	CONSTRAINT uq_client_tag_name UNIQUE (name),
	CONSTRAINT ck_client_tag_name_length CHECK (length(name) <= 60),
	CONSTRAINT ck_client_tag_color_length CHECK (length(color) <= 7)
);

CREATE TABLE custom_field (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR(40) NOT NULL,
	choices JSONB NOT NULL,
	position BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_custom_field PRIMARY KEY (id),
	CONSTRAINT uq_custom_field_name UNIQUE (name),
	CONSTRAINT ck_custom_field_kind_word CHECK (CAST(kind AS VARCHAR) IN ('TEXT', 'NUMBER', 'DAY', 'YES_NO', 'CHOICE'))
);

CREATE TABLE discount (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	code VARCHAR,
	rate_ppm BIGINT,
	amount BIGINT,
	currency VARCHAR(3) NOT NULL,
	valid_from_on DATE,
	valid_until_on DATE,
	uses_left BIGINT,
	is_active BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_discount PRIMARY KEY (id),
	CONSTRAINT uq_discount_code UNIQUE (code),
	CONSTRAINT ck_discount_share_or_amount CHECK ((rate_ppm IS NULL) <> (amount IS NULL)),
	CONSTRAINT ck_discount_rate CHECK (rate_ppm BETWEEN 0 AND 1000000),
	CONSTRAINT ck_discount_amount CHECK (amount >= 0),
	CONSTRAINT ck_discount_currency_length CHECK (length(currency) <= 3)
);

CREATE TABLE exercise_block (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	lines JSONB NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_exercise_block PRIMARY KEY (id)
);

CREATE TABLE exercise_category (
	id UUID NOT NULL,
	parent_id UUID,
	name VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	position BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_exercise_category PRIMARY KEY (id),
	CONSTRAINT fk_exercise_category_parent_id FOREIGN KEY(parent_id) REFERENCES exercise_category (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_exercise_category_parent_id ON exercise_category (parent_id);

CREATE TABLE food (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	search_key VARCHAR NOT NULL,
	brand VARCHAR NOT NULL,
	barcode VARCHAR NOT NULL,
	calories_kcal DOUBLE PRECISION NOT NULL,
	protein_g DOUBLE PRECISION NOT NULL,
	carbs_g DOUBLE PRECISION NOT NULL,
	fat_g DOUBLE PRECISION NOT NULL,
	fiber_g DOUBLE PRECISION,
	portion_g DOUBLE PRECISION,
	allergens JSONB NOT NULL,
	source VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_food PRIMARY KEY (id)
);

CREATE INDEX ix_food_barcode ON food (barcode);

CREATE INDEX ix_food_search_key ON food (search_key);

CREATE TABLE invoice_series (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR(40) NOT NULL,
	prefix VARCHAR NOT NULL,
	year BIGINT NOT NULL,
	digits BIGINT NOT NULL,
	first_number BIGINT NOT NULL,
	next_number BIGINT NOT NULL,
	is_default BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_invoice_series PRIMARY KEY (id),
	CONSTRAINT uq_invoice_series_kind_prefix_year UNIQUE (kind, prefix, year),
	CONSTRAINT ck_invoice_series_first_number CHECK (first_number > 0),
	CONSTRAINT ck_invoice_series_next_number CHECK (next_number >= first_number),
	CONSTRAINT ck_invoice_series_digits CHECK (digits BETWEEN 1 AND 12),
	CONSTRAINT ck_invoice_series_kind_word CHECK (CAST(kind AS VARCHAR) IN ('INVOICE', 'CREDIT_NOTE'))
);

CREATE TABLE notification_template (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	notification_type VARCHAR(40) NOT NULL,
	email_subject VARCHAR NOT NULL,
	email_template VARCHAR NOT NULL,
	sms_template VARCHAR NOT NULL,
	push_template VARCHAR NOT NULL,
	in_app_template VARCHAR NOT NULL,
	template_variables JSONB NOT NULL,
	is_active BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_notification_template PRIMARY KEY (id),
	CONSTRAINT uq_notification_template_name UNIQUE (name),
	CONSTRAINT ck_notification_template_notification_type_word CHECK (CAST(notification_type AS VARCHAR) IN ('APPOINTMENT', 'WORKOUT', 'VIDEO', 'MESSAGE', 'PAYMENT', 'GOAL', 'CLIENT', 'SYSTEM'))
);

CREATE TABLE provider_cursor (
	id UUID NOT NULL,
	provider VARCHAR(40) NOT NULL,
	livemode BOOLEAN NOT NULL,
	stream VARCHAR NOT NULL,
	event_id VARCHAR NOT NULL,
	read_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_provider_cursor PRIMARY KEY (id),
	CONSTRAINT uq_provider_cursor_provider_livemode_stream UNIQUE (provider, livemode, stream),
	CONSTRAINT ck_provider_cursor_provider_word CHECK (CAST(provider AS VARCHAR) IN ('STRIPE', 'TWILIO'))
);

CREATE TABLE provider_event (
	id UUID NOT NULL,
	provider VARCHAR(40) NOT NULL,
	event_id VARCHAR NOT NULL,
	event_type VARCHAR NOT NULL,
	livemode BOOLEAN NOT NULL,
	object_id VARCHAR NOT NULL,
	occurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
	details JSONB NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_provider_event PRIMARY KEY (id),
	CONSTRAINT uq_provider_event_provider_event_id UNIQUE (provider, event_id),
	CONSTRAINT ck_provider_event_provider_word CHECK (CAST(provider AS VARCHAR) IN ('STRIPE', 'TWILIO'))
);

CREATE INDEX ix_provider_event_provider_occurred_at ON provider_event (provider, occurred_at);

CREATE TABLE questionnaire (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR(40) NOT NULL,
	version BIGINT NOT NULL,
	introduction VARCHAR NOT NULL,
	questions JSONB NOT NULL,
	valid_months BIGINT,
	repeat_days BIGINT,
	is_current BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_questionnaire PRIMARY KEY (id),
	CONSTRAINT uq_questionnaire_name_version UNIQUE (name, version),
	CONSTRAINT ck_questionnaire_kind_word CHECK (CAST(kind AS VARCHAR) IN ('INTAKE', 'PAR_Q', 'CHECK_IN'))
);

CREATE TABLE room (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	capacity BIGINT NOT NULL,
	is_active BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_room PRIMARY KEY (id),
	CONSTRAINT uq_room_name UNIQUE (name),
	CONSTRAINT ck_room_capacity CHECK (capacity > 0)
);

CREATE TABLE saved_list (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	conditions JSONB NOT NULL,
	position BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_saved_list PRIMARY KEY (id),
	CONSTRAINT uq_saved_list_name UNIQUE (name)
);

CREATE TABLE sender_lease (
	id UUID NOT NULL,
	singleton BIGINT NOT NULL,
	owner UUID NOT NULL,
	host VARCHAR NOT NULL,
	process_id BIGINT NOT NULL,
	epoch BIGINT NOT NULL,
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_sender_lease PRIMARY KEY (id),
	CONSTRAINT uq_sender_lease_singleton UNIQUE (singleton),
	CONSTRAINT ck_sender_lease_one_row CHECK (singleton = 1)
);

CREATE TABLE "user" (
	id UUID NOT NULL,
	user_type VARCHAR(40) NOT NULL,
	status VARCHAR(40) NOT NULL,
	first_name VARCHAR NOT NULL,
	last_name VARCHAR NOT NULL,
	email VARCHAR,
	phone VARCHAR,
	phone_typed VARCHAR,
	search_key VARCHAR NOT NULL,
	last_login_at TIMESTAMP WITH TIME ZONE,
	merged_into_id UUID,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_user PRIMARY KEY (id),
	CONSTRAINT fk_user_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_user_user_type_word CHECK (CAST(user_type AS VARCHAR) IN ('ADMIN', 'TRAINER', 'CLIENT')),
	CONSTRAINT ck_user_status_word CHECK (CAST(status AS VARCHAR) IN ('ACTIVE', 'INACTIVE', 'SUSPENDED'))
);

CREATE INDEX ix_user_list ON "user" (user_type, search_key, status, deleted_at, id);

CREATE INDEX ix_user_merged_into_id ON "user" (merged_into_id);

CREATE UNIQUE INDEX uq_user_email ON "user" (lower(email)) WHERE deleted_at IS NULL;

CREATE TABLE waiver (
	id UUID NOT NULL,
	title VARCHAR NOT NULL,
	version BIGINT NOT NULL,
	text VARCHAR NOT NULL,
	text_hash VARCHAR(64) NOT NULL,
	is_current BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_waiver PRIMARY KEY (id),
	CONSTRAINT uq_waiver_title_version UNIQUE (title, version),
	CONSTRAINT ck_waiver_text_hash_length CHECK (length(text_hash) <= 64)
);

CREATE TABLE attachment (
	id UUID NOT NULL,
	client_id UUID,
	content_hash VARCHAR(64) NOT NULL,
	name VARCHAR NOT NULL,
	size_bytes BIGINT NOT NULL,
	media_type VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_attachment PRIMARY KEY (id),
	CONSTRAINT ck_attachment_size CHECK (size_bytes >= 0),
	CONSTRAINT fk_attachment_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_attachment_content_hash_length CHECK (length(content_hash) <= 64)
);

CREATE INDEX ix_attachment_client_id ON attachment (client_id);

CREATE INDEX ix_attachment_content_hash ON attachment (content_hash);

CREATE TABLE automated_message (
	id UUID NOT NULL,
	name VARCHAR NOT NULL,
	trigger_type VARCHAR(40) NOT NULL,
	trigger VARCHAR NOT NULL,
	settings JSONB NOT NULL,
	delay_minutes BIGINT NOT NULL,
	channel VARCHAR(40) NOT NULL,
	template_id UUID,
	saved_list_id UUID,
	is_active BOOLEAN NOT NULL,
	last_run_at TIMESTAMP WITH TIME ZONE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_automated_message PRIMARY KEY (id),
	CONSTRAINT fk_automated_message_template_id FOREIGN KEY(template_id) REFERENCES notification_template (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_automated_message_saved_list_id FOREIGN KEY(saved_list_id) REFERENCES saved_list (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_automated_message_trigger_type_word CHECK (CAST(trigger_type AS VARCHAR) IN ('TIME', 'EVENT', 'CONDITION')),
	CONSTRAINT ck_automated_message_channel_word CHECK (CAST(channel AS VARCHAR) IN ('EMAIL', 'SMS', 'PUSH', 'IN_APP'))
);

CREATE INDEX ix_automated_message_saved_list_id ON automated_message (saved_list_id);

CREATE INDEX ix_automated_message_template_id ON automated_message (template_id);

CREATE TABLE business_metric (
	id UUID NOT NULL,
	trainer_id UUID,
	metric_type VARCHAR(40) NOT NULL,
	metric_name VARCHAR NOT NULL,
	period_start DATE NOT NULL,
	period_end DATE NOT NULL,
	metric_value DOUBLE PRECISION,
	details JSONB NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_business_metric PRIMARY KEY (id),
	CONSTRAINT ck_business_metric_period CHECK (period_end >= period_start),
	CONSTRAINT fk_business_metric_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_business_metric_metric_type_word CHECK (CAST(metric_type AS VARCHAR) IN ('RETENTION', 'REVENUE', 'ATTENDANCE', 'SATISFACTION', 'REFERRAL'))
);

CREATE INDEX ix_business_metric_metric_type_period_start ON business_metric (metric_type, period_start);

CREATE INDEX ix_business_metric_trainer_id ON business_metric (trainer_id);

CREATE TABLE change_log_row (
	id UUID NOT NULL,
	change_log_id UUID NOT NULL,
	table_name VARCHAR NOT NULL,
	row_id UUID NOT NULL,
	subject_id UUID,
	"old" VARCHAR,
	"new" VARCHAR,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_change_log_row PRIMARY KEY (id),
	CONSTRAINT fk_change_log_row_change_log_id FOREIGN KEY(change_log_id) REFERENCES change_log (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_change_log_row_row ON change_log_row (row_id);

CREATE INDEX ix_change_log_row_step ON change_log_row (change_log_id, subject_id);

CREATE INDEX ix_change_log_row_subject ON change_log_row (subject_id, created_at);

CREATE TABLE client_engagement (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	engagement_date DATE NOT NULL,
	workouts_completed BIGINT NOT NULL,
	videos_uploaded BIGINT NOT NULL,
	messages_sent BIGINT NOT NULL,
	login_count BIGINT NOT NULL,
	completion_rate DOUBLE PRECISION,
	last_activity_at TIMESTAMP WITH TIME ZONE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_engagement PRIMARY KEY (id),
	CONSTRAINT uq_client_engagement_client_id_engagement_date UNIQUE (client_id, engagement_date),
	CONSTRAINT ck_client_engagement_completion_rate CHECK (completion_rate BETWEEN 0 AND 1),
	CONSTRAINT fk_client_engagement_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_client_engagement_engagement_date ON client_engagement (engagement_date);

CREATE TABLE client_pause (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	reason VARCHAR(40) NOT NULL,
	starts_on DATE NOT NULL,
	ends_on DATE,
	note VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_pause PRIMARY KEY (id),
	CONSTRAINT ck_client_pause_order CHECK (ends_on >= starts_on),
	CONSTRAINT fk_client_pause_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_pause_reason_word CHECK (CAST(reason AS VARCHAR) IN ('BREAK', 'SICK', 'INJURED', 'HOLIDAY'))
);

CREATE INDEX ix_client_pause_client_id ON client_pause (client_id);

CREATE TABLE client_tag_link (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	client_tag_id UUID NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_tag_link PRIMARY KEY (id),
	CONSTRAINT uq_client_tag_link_client_id_client_tag_id UNIQUE (client_id, client_tag_id),
	CONSTRAINT fk_client_tag_link_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_tag_link_client_tag_id FOREIGN KEY(client_tag_id) REFERENCES client_tag (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_client_tag_link_client_tag_id ON client_tag_link (client_tag_id);

CREATE TABLE client_trainer (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	trainer_id UUID NOT NULL,
	is_primary BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_trainer PRIMARY KEY (id),
	CONSTRAINT uq_client_trainer_client_id_trainer_id UNIQUE (client_id, trainer_id),
	CONSTRAINT fk_client_trainer_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_trainer_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_client_trainer_trainer_id ON client_trainer (trainer_id);

CREATE UNIQUE INDEX uq_client_trainer_primary ON client_trainer (client_id) WHERE is_primary;

CREATE TABLE consent (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	channel VARCHAR(40) NOT NULL,
	is_given BOOLEAN NOT NULL,
	source VARCHAR NOT NULL,
	decided_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_consent PRIMARY KEY (id),
	CONSTRAINT fk_consent_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_consent_channel_word CHECK (CAST(channel AS VARCHAR) IN ('EMAIL', 'SMS', 'PUSH', 'IN_APP'))
);

CREATE INDEX ix_consent_client_id_channel_decided_at ON consent (client_id, channel, decided_at);

CREATE TABLE custom_field_value (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	custom_field_id UUID NOT NULL,
	value VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_custom_field_value PRIMARY KEY (id),
	CONSTRAINT uq_custom_field_value_client_id_custom_field_id UNIQUE (client_id, custom_field_id),
	CONSTRAINT fk_custom_field_value_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_custom_field_value_custom_field_id FOREIGN KEY(custom_field_id) REFERENCES custom_field (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_custom_field_value_custom_field_id ON custom_field_value (custom_field_id);

CREATE TABLE emergency_contact (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	name VARCHAR NOT NULL,
	relationship VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	alternate_phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	is_primary BOOLEAN NOT NULL,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_emergency_contact PRIMARY KEY (id),
	CONSTRAINT fk_emergency_contact_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_emergency_contact_client_id ON emergency_contact (client_id);

CREATE UNIQUE INDEX uq_emergency_contact_primary ON emergency_contact (client_id) WHERE is_primary;

CREATE TABLE family_link (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	relative_id UUID NOT NULL,
	tie VARCHAR(40) NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_family_link PRIMARY KEY (id),
	CONSTRAINT uq_family_link_client_id_relative_id UNIQUE (client_id, relative_id),
	CONSTRAINT ck_family_link_two_people CHECK (client_id <> relative_id),
	CONSTRAINT fk_family_link_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_family_link_relative_id FOREIGN KEY(relative_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_family_link_tie_word CHECK (CAST(tie AS VARCHAR) IN ('PARTNER', 'PARENT', 'CHILD', 'SIBLING', 'OTHER'))
);

CREATE INDEX ix_family_link_relative_id ON family_link (relative_id);

CREATE TABLE fitness_assessment (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	trainer_id UUID,
	protocol_id UUID,
	assessment_type VARCHAR NOT NULL,
	assessed_on DATE NOT NULL,
	retest_due_on DATE,
	results JSONB NOT NULL,
	documents JSONB NOT NULL,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_fitness_assessment PRIMARY KEY (id),
	CONSTRAINT fk_fitness_assessment_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_fitness_assessment_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_fitness_assessment_protocol_id FOREIGN KEY(protocol_id) REFERENCES assessment_protocol (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_fitness_assessment_client_id_assessed_on ON fitness_assessment (client_id, assessed_on);

CREATE INDEX ix_fitness_assessment_protocol_id ON fitness_assessment (protocol_id);

CREATE INDEX ix_fitness_assessment_trainer_id ON fitness_assessment (trainer_id);

CREATE TABLE habit (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	name VARCHAR NOT NULL,
	rule VARCHAR NOT NULL,
	target DOUBLE PRECISION,
	unit VARCHAR NOT NULL,
	starts_on DATE NOT NULL,
	ends_on DATE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_habit PRIMARY KEY (id),
	CONSTRAINT fk_habit_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_habit_client_id ON habit (client_id);

CREATE TABLE limitation (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	tag VARCHAR NOT NULL,
	severity VARCHAR(40) NOT NULL,
	since_on DATE,
	until_on DATE,
	note VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_limitation PRIMARY KEY (id),
	CONSTRAINT fk_limitation_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_limitation_severity_word CHECK (CAST(severity AS VARCHAR) IN ('NOTE', 'AVOID', 'FORBIDDEN'))
);

CREATE INDEX ix_limitation_client_id ON limitation (client_id);

CREATE TABLE message_thread (
	id UUID NOT NULL,
	thread_type VARCHAR(40) NOT NULL,
	client_id UUID,
	title VARCHAR NOT NULL,
	last_message_at TIMESTAMP WITH TIME ZONE,
	last_preview VARCHAR NOT NULL,
	unread_count BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_message_thread PRIMARY KEY (id),
	CONSTRAINT fk_message_thread_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_message_thread_thread_type_word CHECK (CAST(thread_type AS VARCHAR) IN ('ONE_ON_ONE', 'GROUP', 'ANNOUNCEMENT'))
);

CREATE INDEX ix_message_thread_client_id ON message_thread (client_id);

CREATE INDEX ix_message_thread_last_message_at ON message_thread (last_message_at);

CREATE TABLE note (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	author_id UUID,
	kind VARCHAR(40) NOT NULL,
	body VARCHAR NOT NULL,
	noted_at TIMESTAMP WITH TIME ZONE NOT NULL,
	follow_up_on DATE,
	is_pinned BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_note PRIMARY KEY (id),
	CONSTRAINT fk_note_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_note_author_id FOREIGN KEY(author_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_note_kind_word CHECK (CAST(kind AS VARCHAR) IN ('NOTE', 'HEALTH', 'CALL', 'MEETING'))
);

CREATE INDEX ix_note_author_id ON note (author_id);

CREATE INDEX ix_note_client_id_noted_at ON note (client_id, noted_at);

CREATE TABLE notification (
	id UUID NOT NULL,
	user_id UUID NOT NULL,
	notification_type VARCHAR(40) NOT NULL,
	priority VARCHAR(40) NOT NULL,
	title VARCHAR NOT NULL,
	body VARCHAR NOT NULL,
	entity_type VARCHAR,
	related_entity_id UUID,
	read_at TIMESTAMP WITH TIME ZONE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_notification PRIMARY KEY (id),
	CONSTRAINT fk_notification_user_id FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_notification_notification_type_word CHECK (CAST(notification_type AS VARCHAR) IN ('APPOINTMENT', 'WORKOUT', 'VIDEO', 'MESSAGE', 'PAYMENT', 'GOAL', 'CLIENT', 'SYSTEM')),
	CONSTRAINT ck_notification_priority_word CHECK (CAST(priority AS VARCHAR) IN ('LOW', 'NORMAL', 'HIGH'))
);

CREATE INDEX ix_notification_unread ON notification (user_id) WHERE read_at IS NULL;

CREATE INDEX ix_notification_user_id_created_at ON notification (user_id, created_at);

CREATE TABLE outgoing_message (
	id UUID NOT NULL,
	client_id UUID,
	channel VARCHAR(40) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	account VARCHAR NOT NULL,
	dedupe_key VARCHAR NOT NULL,
	entity_type VARCHAR,
	entity_id UUID,
	recipient VARCHAR NOT NULL,
	preview VARCHAR NOT NULL,
	payload BYTEA NOT NULL,
	idempotency_key VARCHAR NOT NULL,
	state VARCHAR(40) NOT NULL,
	priority BIGINT NOT NULL,
	due_at TIMESTAMP WITH TIME ZONE NOT NULL,
	expires_at TIMESTAMP WITH TIME ZONE,
	next_attempt_at TIMESTAMP WITH TIME ZONE NOT NULL,
	attempts BIGINT NOT NULL,
	offline_attempts BIGINT NOT NULL,
	epoch BIGINT NOT NULL,
	started_at TIMESTAMP WITH TIME ZONE,
	finished_at TIMESTAMP WITH TIME ZONE,
	provider_id VARCHAR,
	provider_status VARCHAR,
	last_error_code VARCHAR,
	last_error_text VARCHAR,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_outgoing_message PRIMARY KEY (id),
	CONSTRAINT uq_outgoing_message_dedupe_key UNIQUE (dedupe_key),
	CONSTRAINT fk_outgoing_message_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_outgoing_message_channel_word CHECK (CAST(channel AS VARCHAR) IN ('EMAIL', 'SMS', 'PAYMENT')),
	CONSTRAINT ck_outgoing_message_kind_word CHECK (CAST(kind AS VARCHAR) IN ('REMINDER', 'MESSAGE', 'INVOICE', 'AUTOMATED', 'CHARGE', 'REFUND')),
	CONSTRAINT ck_outgoing_message_state_word CHECK (CAST(state AS VARCHAR) IN ('QUEUED', 'SENDING', 'IN_DOUBT', 'SENT', 'DELIVERED', 'DEAD', 'EXPIRED', 'CANCELLED', 'SUPPRESSED'))
);

CREATE INDEX ix_outgoing_message_client_id ON outgoing_message (client_id);

CREATE INDEX ix_outgoing_message_entity_type_entity_id ON outgoing_message (entity_type, entity_id);

CREATE INDEX ix_outgoing_message_state_next_attempt_at ON outgoing_message (state, next_attempt_at);

CREATE TABLE program_template (
	id UUID NOT NULL,
	trainer_id UUID,
	name VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	program_type VARCHAR(40) NOT NULL,
	is_progressive BOOLEAN NOT NULL,
	phase_structure JSONB NOT NULL,
	duration_weeks BIGINT NOT NULL,
	days_per_week BIGINT,
	level VARCHAR NOT NULL,
	tags JSONB NOT NULL,
	is_published BOOLEAN NOT NULL,
	version BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_program_template PRIMARY KEY (id),
	CONSTRAINT ck_program_template_duration CHECK (duration_weeks > 0),
	CONSTRAINT ck_program_template_version CHECK (version > 0),
	CONSTRAINT fk_program_template_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_program_template_program_type_word CHECK (CAST(program_type AS VARCHAR) IN ('WORKOUT', 'NUTRITION', 'HYBRID'))
);

CREATE INDEX ix_program_template_trainer_id ON program_template (trainer_id);

CREATE TABLE progress_entry (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	entry_type VARCHAR(40) NOT NULL,
	entry_date DATE NOT NULL,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_progress_entry PRIMARY KEY (id),
	CONSTRAINT fk_progress_entry_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_progress_entry_entry_type_word CHECK (CAST(entry_type AS VARCHAR) IN ('MEASUREMENT', 'PHOTO', 'PERFORMANCE', 'CHECK_IN', 'MIXED'))
);

CREATE INDEX ix_progress_entry_client_id_entry_date ON progress_entry (client_id, entry_date);

CREATE TABLE provider_customer (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	payment_method_id VARCHAR,
	payment_method_label VARCHAR NOT NULL,
	provider VARCHAR(40),
	provider_id VARCHAR,
	livemode BOOLEAN,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_provider_customer PRIMARY KEY (id),
	CONSTRAINT uq_provider_customer_client_id_provider_livemode UNIQUE (client_id, provider, livemode),
	CONSTRAINT fk_provider_customer_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_provider_customer_provider_word CHECK (CAST(provider AS VARCHAR) IN ('STRIPE', 'TWILIO'))
);

CREATE TABLE questionnaire_reply (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	questionnaire_id UUID NOT NULL,
	answers JSONB NOT NULL,
	due_on DATE,
	answered_on DATE,
	outcome VARCHAR(40),
	expires_on DATE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_questionnaire_reply PRIMARY KEY (id),
	CONSTRAINT fk_questionnaire_reply_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_questionnaire_reply_questionnaire_id FOREIGN KEY(questionnaire_id) REFERENCES questionnaire (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_questionnaire_reply_outcome_word CHECK (CAST(outcome AS VARCHAR) IN ('CLEAR', 'SEE_DOCTOR'))
);

CREATE INDEX ix_questionnaire_reply_client_id_answered_on ON questionnaire_reply (client_id, answered_on);

CREATE INDEX ix_questionnaire_reply_questionnaire_id ON questionnaire_reply (questionnaire_id);

CREATE TABLE recurring_pattern (
	id UUID NOT NULL,
	trainer_id UUID NOT NULL,
	client_id UUID,
	recurrence_type VARCHAR(40) NOT NULL,
	rules JSONB NOT NULL,
	time_zone VARCHAR NOT NULL,
	start_date DATE NOT NULL,
	end_date DATE,
	occurrence_count BIGINT,
	exception_dates JSONB NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_recurring_pattern PRIMARY KEY (id),
	CONSTRAINT ck_recurring_pattern_order CHECK (end_date >= start_date),
	CONSTRAINT ck_recurring_pattern_count CHECK (occurrence_count > 0),
	CONSTRAINT fk_recurring_pattern_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_recurring_pattern_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_recurring_pattern_recurrence_type_word CHECK (CAST(recurrence_type AS VARCHAR) IN ('DAILY', 'WEEKLY', 'BIWEEKLY', 'MONTHLY', 'CUSTOM'))
);

CREATE INDEX ix_recurring_pattern_client_id ON recurring_pattern (client_id);

CREATE INDEX ix_recurring_pattern_trainer_id ON recurring_pattern (trainer_id);

CREATE TABLE safety_override (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	hazard VARCHAR(40) NOT NULL,
	reason VARCHAR NOT NULL,
	entity_type VARCHAR,
	entity_id UUID,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_safety_override PRIMARY KEY (id),
	CONSTRAINT fk_safety_override_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_safety_override_hazard_word CHECK (CAST(hazard AS VARCHAR) IN ('SCREENING_EXPIRED', 'CLEARANCE_MISSING', 'CONTRAINDICATED', 'ALLERGEN', 'WAIVER_MISSING', 'PAYMENT_OVERDUE'))
);

CREATE INDEX ix_safety_override_client_id ON safety_override (client_id);

CREATE TABLE sign_in_secret (
	id UUID NOT NULL,
	user_id UUID NOT NULL,
	kind VARCHAR(40) NOT NULL,
	hash VARCHAR NOT NULL,
	failed_attempts BIGINT NOT NULL,
	locked_until_at TIMESTAMP WITH TIME ZONE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_sign_in_secret PRIMARY KEY (id),
	CONSTRAINT uq_sign_in_secret_user_id_kind UNIQUE (user_id, kind),
	CONSTRAINT fk_sign_in_secret_user_id FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_sign_in_secret_kind_word CHECK (CAST(kind AS VARCHAR) IN ('PASSWORD', 'PIN', 'RECOVERY_CODE'))
);

CREATE TABLE time_off (
	id UUID NOT NULL,
	trainer_id UUID,
	kind VARCHAR(40) NOT NULL,
	starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
	ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
	note VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_time_off PRIMARY KEY (id),
	CONSTRAINT ck_time_off_order CHECK (ends_at > starts_at),
	CONSTRAINT fk_time_off_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_time_off_kind_word CHECK (CAST(kind AS VARCHAR) IN ('HOLIDAY', 'SICK', 'BREAK', 'OTHER'))
);

CREATE INDEX ix_time_off_trainer_id_starts_at ON time_off (trainer_id, starts_at);

CREATE TABLE trainer_availability (
	id UUID NOT NULL,
	trainer_id UUID NOT NULL,
	day_of_week VARCHAR(40) NOT NULL,
	start_time TIME WITHOUT TIME ZONE NOT NULL,
	end_time TIME WITHOUT TIME ZONE NOT NULL,
	slot_minutes BIGINT NOT NULL,
	buffer_minutes BIGINT NOT NULL,
	effective_from DATE,
	effective_until DATE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_trainer_availability PRIMARY KEY (id),
	CONSTRAINT ck_trainer_availability_order CHECK (end_time > start_time),
	CONSTRAINT ck_trainer_availability_dates CHECK (effective_until >= effective_from),
	CONSTRAINT ck_trainer_availability_slot CHECK (slot_minutes > 0),
	CONSTRAINT ck_trainer_availability_buffer CHECK (buffer_minutes >= 0),
	CONSTRAINT fk_trainer_availability_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_trainer_availability_day_of_week_word CHECK (CAST(day_of_week AS VARCHAR) IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'))
);

CREATE INDEX ix_trainer_availability_trainer_id_day_of_week ON trainer_availability (trainer_id, day_of_week);

CREATE TABLE user_role (
	id UUID NOT NULL,
	user_id UUID NOT NULL,
	role VARCHAR(40) NOT NULL,
	permissions JSONB NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_user_role PRIMARY KEY (id),
	CONSTRAINT uq_user_role_user_id_role UNIQUE (user_id, role),
	CONSTRAINT fk_user_role_user_id FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_user_role_role_word CHECK (CAST(role AS VARCHAR) IN ('OWNER', 'TRAINER', 'FRONT_DESK', 'READ_ONLY'))
);

CREATE TABLE appointment (
	id UUID NOT NULL,
	trainer_id UUID NOT NULL,
	client_id UUID,
	kind VARCHAR(40) NOT NULL,
	title VARCHAR NOT NULL,
	status VARCHAR(40) NOT NULL,
	scheduled_start TIMESTAMP WITH TIME ZONE NOT NULL,
	scheduled_end TIMESTAMP WITH TIME ZONE NOT NULL,
	room_id UUID,
	location VARCHAR NOT NULL,
	meeting_url VARCHAR NOT NULL,
	booking_policy_id UUID,
	recurring_pattern_id UUID,
	original_start TIMESTAMP WITH TIME ZONE,
	rescheduled_from_id UUID,
	substituted_trainer_id UUID,
	confirmed_at TIMESTAMP WITH TIME ZONE,
	checked_in_at TIMESTAMP WITH TIME ZONE,
	completed_at TIMESTAMP WITH TIME ZONE,
	cancelled_at TIMESTAMP WITH TIME ZONE,
	cancelled_by VARCHAR(40),
	cancel_reason VARCHAR NOT NULL,
	is_late_cancellation BOOLEAN NOT NULL,
	notes VARCHAR NOT NULL,
	sequence BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_appointment PRIMARY KEY (id),
	CONSTRAINT ck_appointment_order CHECK (scheduled_end > scheduled_start),
	CONSTRAINT fk_appointment_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_room_id FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_booking_policy_id FOREIGN KEY(booking_policy_id) REFERENCES booking_policy (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_recurring_pattern_id FOREIGN KEY(recurring_pattern_id) REFERENCES recurring_pattern (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_rescheduled_from_id FOREIGN KEY(rescheduled_from_id) REFERENCES appointment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_substituted_trainer_id FOREIGN KEY(substituted_trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_appointment_kind_word CHECK (CAST(kind AS VARCHAR) IN ('TRAINING', 'GROUP', 'ASSESSMENT', 'CONSULTATION', 'REMOTE')),
	CONSTRAINT ck_appointment_status_word CHECK (CAST(status AS VARCHAR) IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED', 'CANCELLED', 'RESCHEDULED', 'NO_SHOW')),
	CONSTRAINT ck_appointment_cancelled_by_word CHECK (CAST(cancelled_by AS VARCHAR) IN ('CLIENT', 'TRAINER', 'PRACTICE'))
);

CREATE INDEX ix_appointment_booking_policy_id ON appointment (booking_policy_id);

CREATE INDEX ix_appointment_of_client ON appointment (client_id, scheduled_start, scheduled_end, status, id);

CREATE INDEX ix_appointment_recurring_pattern_id ON appointment (recurring_pattern_id);

CREATE INDEX ix_appointment_rescheduled_from_id ON appointment (rescheduled_from_id);

CREATE INDEX ix_appointment_room_id ON appointment (room_id);

CREATE INDEX ix_appointment_scheduled_start ON appointment (scheduled_start);

CREATE INDEX ix_appointment_substituted_trainer_id ON appointment (substituted_trainer_id);

CREATE INDEX ix_appointment_trainer_id_scheduled_start ON appointment (trainer_id, scheduled_start);

ALTER TABLE appointment ADD CONSTRAINT ex_appointment_trainer
EXCLUDE USING gist (trainer_id WITH =, tstzrange(scheduled_start, scheduled_end) WITH &&) WHERE (status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED'));

ALTER TABLE appointment ADD CONSTRAINT ex_appointment_client
EXCLUDE USING gist (client_id WITH =, tstzrange(scheduled_start, scheduled_end) WITH &&) WHERE (status IN ('SCHEDULED', 'CONFIRMED', 'COMPLETED'));

CREATE TABLE client_document (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	attachment_id UUID NOT NULL,
	kind VARCHAR(40) NOT NULL,
	title VARCHAR NOT NULL,
	notes VARCHAR NOT NULL,
	valid_until_on DATE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_document PRIMARY KEY (id),
	CONSTRAINT fk_client_document_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_document_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_document_kind_word CHECK (CAST(kind AS VARCHAR) IN ('FORM', 'MEDICAL', 'CONTRACT', 'REPORT', 'OTHER'))
);

CREATE INDEX ix_client_document_attachment_id ON client_document (attachment_id);

CREATE INDEX ix_client_document_client_id ON client_document (client_id);

CREATE TABLE client_profile (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	kind VARCHAR(40) NOT NULL,
	date_of_birth DATE,
	sex VARCHAR(40) NOT NULL,
	height_cm DOUBLE PRECISION,
	address VARCHAR NOT NULL,
	occupation VARCHAR NOT NULL,
	timezone VARCHAR,
	preferences JSONB NOT NULL,
	photo_id UUID,
	payer_id UUID,
	referred_by_id UUID,
	referral_source VARCHAR NOT NULL,
	joined_on DATE,
	archived_at TIMESTAMP WITH TIME ZONE,
	archive_reason VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_profile PRIMARY KEY (id),
	CONSTRAINT uq_client_profile_client_id UNIQUE (client_id),
	CONSTRAINT fk_client_profile_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_profile_photo_id FOREIGN KEY(photo_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_profile_payer_id FOREIGN KEY(payer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_profile_referred_by_id FOREIGN KEY(referred_by_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_profile_kind_word CHECK (CAST(kind AS VARCHAR) IN ('IN_PERSON', 'REMOTE', 'PAPER_ONLY')),
	CONSTRAINT ck_client_profile_sex_word CHECK (CAST(sex AS VARCHAR) IN ('FEMALE', 'MALE', 'UNSTATED'))
);

CREATE INDEX ix_client_profile_payer_id ON client_profile (payer_id);

CREATE INDEX ix_client_profile_photo_id ON client_profile (photo_id);

CREATE INDEX ix_client_profile_referred_by_id ON client_profile (referred_by_id);

CREATE TABLE client_program (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	program_template_id UUID,
	template_version BIGINT,
	trainer_id UUID,
	name VARCHAR NOT NULL,
	assignment_type VARCHAR(40) NOT NULL,
	status VARCHAR(40) NOT NULL,
	starts_on DATE NOT NULL,
	ends_on DATE,
	current_week BIGINT NOT NULL,
	current_phase BIGINT NOT NULL,
	auto_advance BOOLEAN NOT NULL,
	customizations JSONB NOT NULL,
	completed_at TIMESTAMP WITH TIME ZONE,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_client_program PRIMARY KEY (id),
	CONSTRAINT ck_client_program_current_week CHECK (current_week > 0),
	CONSTRAINT ck_client_program_current_phase CHECK (current_phase > 0),
	CONSTRAINT ck_client_program_order CHECK (ends_on >= starts_on),
	CONSTRAINT fk_client_program_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_program_program_template_id FOREIGN KEY(program_template_id) REFERENCES program_template (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_program_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_program_assignment_type_word CHECK (CAST(assignment_type AS VARCHAR) IN ('STATIC', 'DYNAMIC_PROGRESSIVE')),
	CONSTRAINT ck_client_program_status_word CHECK (CAST(status AS VARCHAR) IN ('SCHEDULED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CANCELLED'))
);

CREATE INDEX ix_client_program_client_id_status ON client_program (client_id, status);

CREATE INDEX ix_client_program_program_template_id ON client_program (program_template_id);

CREATE INDEX ix_client_program_trainer_id ON client_program (trainer_id);

CREATE TABLE exercise (
	id UUID NOT NULL,
	category_id UUID,
	trainer_id UUID,
	name VARCHAR NOT NULL,
	search_key VARCHAR NOT NULL,
	aliases JSONB NOT NULL,
	description VARCHAR NOT NULL,
	instructions JSONB NOT NULL,
	is_custom BOOLEAN NOT NULL,
	level VARCHAR(40),
	force VARCHAR(40),
	mechanic VARCHAR(40),
	tracking VARCHAR(40) NOT NULL,
	is_unilateral BOOLEAN NOT NULL,
	equipment JSONB NOT NULL,
	muscle_groups JSONB NOT NULL,
	secondary_muscles JSONB NOT NULL,
	movement_tags JSONB NOT NULL,
	alternatives JSONB NOT NULL,
	bodyweight_share DOUBLE PRECISION NOT NULL,
	one_rep_max_formula VARCHAR NOT NULL,
	video_id UUID,
	video_url VARCHAR NOT NULL,
	images JSONB NOT NULL,
	source VARCHAR NOT NULL,
	licence VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_exercise PRIMARY KEY (id),
	CONSTRAINT fk_exercise_category_id FOREIGN KEY(category_id) REFERENCES exercise_category (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_video_id FOREIGN KEY(video_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_exercise_level_word CHECK (CAST(level AS VARCHAR) IN ('BEGINNER', 'INTERMEDIATE', 'EXPERT')),
	CONSTRAINT ck_exercise_force_word CHECK (CAST(force AS VARCHAR) IN ('PUSH', 'PULL', 'STATIC')),
	CONSTRAINT ck_exercise_mechanic_word CHECK (CAST(mechanic AS VARCHAR) IN ('COMPOUND', 'ISOLATION')),
	CONSTRAINT ck_exercise_tracking_word CHECK (CAST(tracking AS VARCHAR) IN ('LOAD_REPS', 'BODYWEIGHT_REPS', 'DURATION', 'DISTANCE'))
);

CREATE INDEX ix_exercise_category_id ON exercise (category_id);

CREATE INDEX ix_exercise_search_key ON exercise (search_key);

CREATE INDEX ix_exercise_trainer_id ON exercise (trainer_id);

CREATE INDEX ix_exercise_video_id ON exercise (video_id);

CREATE TABLE habit_log (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	habit_id UUID NOT NULL,
	done_on DATE NOT NULL,
	amount DOUBLE PRECISION,
	logged_at TIMESTAMP WITH TIME ZONE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_habit_log PRIMARY KEY (id),
	CONSTRAINT uq_habit_log_habit_id_done_on UNIQUE (habit_id, done_on),
	CONSTRAINT fk_habit_log_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_habit_log_habit_id FOREIGN KEY(habit_id) REFERENCES habit (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_habit_log_client_id ON habit_log (client_id);

CREATE TABLE health_history (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	medical_clearance VARCHAR(40) NOT NULL,
	cleared_on DATE,
	clearance_expires_on DATE,
	cleared_by VARCHAR NOT NULL,
	clearance_document_id UUID,
	fitness_level VARCHAR(40),
	exercise_limitations VARCHAR NOT NULL,
	conditions JSONB NOT NULL,
	medications VARCHAR NOT NULL,
	allergies JSONB NOT NULL,
	injuries VARCHAR NOT NULL,
	surgeries VARCHAR NOT NULL,
	lifestyle VARCHAR NOT NULL,
	resting_heart_rate BIGINT,
	blood_pressure VARCHAR NOT NULL,
	is_pregnant BOOLEAN NOT NULL,
	notes VARCHAR NOT NULL,
	reviewed_on DATE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_health_history PRIMARY KEY (id),
	CONSTRAINT uq_health_history_client_id UNIQUE (client_id),
	CONSTRAINT fk_health_history_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_health_history_clearance_document_id FOREIGN KEY(clearance_document_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_health_history_medical_clearance_word CHECK (CAST(medical_clearance AS VARCHAR) IN ('NOT_REQUIRED', 'REQUIRED', 'CLEARED')),
	CONSTRAINT ck_health_history_fitness_level_word CHECK (CAST(fitness_level AS VARCHAR) IN ('BEGINNER', 'INTERMEDIATE', 'ADVANCED', 'ATHLETE'))
);

CREATE INDEX ix_health_history_clearance_document_id ON health_history (clearance_document_id);

CREATE TABLE measurement (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	progress_entry_id UUID,
	measurement_date DATE NOT NULL,
	weight_kg DOUBLE PRECISION,
	body_fat_percentage DOUBLE PRECISION,
	body_fat_method VARCHAR NOT NULL,
	muscle_mass_kg DOUBLE PRECISION,
	measurements JSONB NOT NULL,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_measurement PRIMARY KEY (id),
	CONSTRAINT ck_measurement_weight CHECK (weight_kg > 0),
	CONSTRAINT ck_measurement_body_fat CHECK (body_fat_percentage BETWEEN 0 AND 100),
	CONSTRAINT fk_measurement_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_measurement_progress_entry_id FOREIGN KEY(progress_entry_id) REFERENCES progress_entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_measurement_client_id_measurement_date ON measurement (client_id, measurement_date);

CREATE INDEX ix_measurement_progress_entry_id ON measurement (progress_entry_id);

CREATE TABLE message (
	id UUID NOT NULL,
	thread_id UUID NOT NULL,
	sender_id UUID,
	direction VARCHAR(40) NOT NULL,
	channel VARCHAR(40) NOT NULL,
	title VARCHAR NOT NULL,
	body VARCHAR NOT NULL,
	attachments JSONB NOT NULL,
	sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
	read_at TIMESTAMP WITH TIME ZONE,
	outgoing_message_id UUID,
	provider_id VARCHAR,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_message PRIMARY KEY (id),
	CONSTRAINT fk_message_thread_id FOREIGN KEY(thread_id) REFERENCES message_thread (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_message_sender_id FOREIGN KEY(sender_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_message_outgoing_message_id FOREIGN KEY(outgoing_message_id) REFERENCES outgoing_message (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_message_direction_word CHECK (CAST(direction AS VARCHAR) IN ('INBOUND', 'OUTBOUND')),
	CONSTRAINT ck_message_channel_word CHECK (CAST(channel AS VARCHAR) IN ('EMAIL', 'SMS', 'PUSH', 'IN_APP'))
);

CREATE INDEX ix_message_outgoing_message_id ON message (outgoing_message_id);

CREATE INDEX ix_message_sender_id ON message (sender_id);

CREATE INDEX ix_message_thread_id_sent_at ON message (thread_id, sent_at);

CREATE UNIQUE INDEX uq_message_provider_id ON message (channel, provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE outgoing_attempt (
	id UUID NOT NULL,
	outgoing_message_id UUID NOT NULL,
	number BIGINT NOT NULL,
	epoch BIGINT NOT NULL,
	started_at TIMESTAMP WITH TIME ZONE NOT NULL,
	finished_at TIMESTAMP WITH TIME ZONE,
	outcome VARCHAR(40) NOT NULL,
	provider_id VARCHAR,
	error_code VARCHAR,
	error_text VARCHAR,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_outgoing_attempt PRIMARY KEY (id),
	CONSTRAINT fk_outgoing_attempt_outgoing_message_id FOREIGN KEY(outgoing_message_id) REFERENCES outgoing_message (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_outgoing_attempt_outcome_word CHECK (CAST(outcome AS VARCHAR) IN ('STARTED', 'ACCEPTED', 'RETRY', 'REFUSED', 'OFFLINE', 'IN_DOUBT'))
);

CREATE INDEX ix_outgoing_attempt_outgoing_message_id_number ON outgoing_attempt (outgoing_message_id, number);

CREATE TABLE package (
	id UUID NOT NULL,
	trainer_id UUID,
	program_template_id UUID,
	name VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	package_type VARCHAR(40) NOT NULL,
	price BIGINT NOT NULL,
	currency VARCHAR(3) NOT NULL,
	tax_name VARCHAR NOT NULL,
	tax_rate_ppm BIGINT NOT NULL,
	billing_interval VARCHAR(40),
	sessions_included BIGINT NOT NULL,
	credits_valid_days BIGINT,
	trial_days BIGINT NOT NULL,
	features_included JSONB NOT NULL,
	is_active BOOLEAN NOT NULL,
	provider VARCHAR(40),
	provider_id VARCHAR,
	livemode BOOLEAN,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_package PRIMARY KEY (id),
	CONSTRAINT ck_package_price CHECK (price >= 0),
	CONSTRAINT ck_package_tax_rate CHECK (tax_rate_ppm >= 0),
	CONSTRAINT ck_package_sessions CHECK (sessions_included >= 0),
	CONSTRAINT fk_package_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_package_program_template_id FOREIGN KEY(program_template_id) REFERENCES program_template (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_package_package_type_word CHECK (CAST(package_type AS VARCHAR) IN ('ONE_TIME', 'SUBSCRIPTION', 'PER_SESSION', 'PER_PROGRAM')),
	CONSTRAINT ck_package_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_package_billing_interval_word CHECK (CAST(billing_interval AS VARCHAR) IN ('WEEK', 'TWO_WEEKS', 'FOUR_WEEKS', 'MONTH', 'QUARTER', 'YEAR')),
	CONSTRAINT ck_package_provider_word CHECK (CAST(provider AS VARCHAR) IN ('STRIPE', 'TWILIO'))
);

CREATE INDEX ix_package_program_template_id ON package (program_template_id);

CREATE INDEX ix_package_trainer_id ON package (trainer_id);

CREATE TABLE practice (
	id UUID NOT NULL,
	singleton BIGINT NOT NULL,
	name VARCHAR NOT NULL,
	address VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	website VARCHAR NOT NULL,
	tax_number VARCHAR NOT NULL,
	payment_details VARCHAR NOT NULL,
	currency VARCHAR(3) NOT NULL,
	unit_system VARCHAR(40) NOT NULL,
	time_zone VARCHAR NOT NULL,
	locale VARCHAR NOT NULL,
	week_start VARCHAR(40) NOT NULL,
	session_minutes BIGINT NOT NULL,
	clearance_blocks_booking BOOLEAN NOT NULL,
	tax_rates JSONB NOT NULL,
	prices_include_tax BOOLEAN NOT NULL,
	payment_terms_days BIGINT NOT NULL,
	logo_id UUID,
	brand_color VARCHAR(7) NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_practice PRIMARY KEY (id),
	CONSTRAINT uq_practice_singleton UNIQUE (singleton),
	CONSTRAINT ck_practice_one_row CHECK (singleton = 1),
	CONSTRAINT ck_practice_payment_terms CHECK (payment_terms_days >= 0),
	CONSTRAINT ck_practice_session_minutes CHECK (session_minutes > 0),
	CONSTRAINT fk_practice_logo_id FOREIGN KEY(logo_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_practice_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_practice_unit_system_word CHECK (CAST(unit_system AS VARCHAR) IN ('METRIC', 'IMPERIAL')),
	CONSTRAINT ck_practice_week_start_word CHECK (CAST(week_start AS VARCHAR) IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
	CONSTRAINT ck_practice_brand_color_length CHECK (length(brand_color) <= 7)
);

CREATE INDEX ix_practice_logo_id ON practice (logo_id);

CREATE TABLE program_phase (
	id UUID NOT NULL,
	program_template_id UUID NOT NULL,
	phase_number BIGINT NOT NULL,
	name VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	duration_weeks BIGINT NOT NULL,
	goals JSONB NOT NULL,
	is_deload BOOLEAN NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_program_phase PRIMARY KEY (id),
	CONSTRAINT uq_program_phase_program_template_id_phase_number UNIQUE (program_template_id, phase_number),
	CONSTRAINT ck_program_phase_number CHECK (phase_number > 0),
	CONSTRAINT ck_program_phase_duration CHECK (duration_weeks > 0),
	CONSTRAINT fk_program_phase_program_template_id FOREIGN KEY(program_template_id) REFERENCES program_template (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE progress_photo (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	progress_entry_id UUID,
	attachment_id UUID NOT NULL,
	angle VARCHAR(40) NOT NULL,
	taken_on DATE NOT NULL,
	weight_kg DOUBLE PRECISION,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_progress_photo PRIMARY KEY (id),
	CONSTRAINT fk_progress_photo_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_progress_photo_progress_entry_id FOREIGN KEY(progress_entry_id) REFERENCES progress_entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_progress_photo_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_progress_photo_angle_word CHECK (CAST(angle AS VARCHAR) IN ('FRONT', 'SIDE_LEFT', 'SIDE_RIGHT', 'BACK', 'OTHER'))
);

CREATE INDEX ix_progress_photo_attachment_id ON progress_photo (attachment_id);

CREATE INDEX ix_progress_photo_client_id_taken_on ON progress_photo (client_id, taken_on);

CREATE INDEX ix_progress_photo_progress_entry_id ON progress_photo (progress_entry_id);

CREATE TABLE thread_participant (
	id UUID NOT NULL,
	thread_id UUID NOT NULL,
	user_id UUID NOT NULL,
	joined_at TIMESTAMP WITH TIME ZONE NOT NULL,
	left_at TIMESTAMP WITH TIME ZONE,
	is_muted BOOLEAN NOT NULL,
	last_read_at TIMESTAMP WITH TIME ZONE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_thread_participant PRIMARY KEY (id),
	CONSTRAINT uq_thread_participant_thread_id_user_id UNIQUE (thread_id, user_id),
	CONSTRAINT fk_thread_participant_thread_id FOREIGN KEY(thread_id) REFERENCES message_thread (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_thread_participant_user_id FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_thread_participant_user_id ON thread_participant (user_id);

CREATE TABLE waiver_signature (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	waiver_id UUID NOT NULL,
	signed_name VARCHAR NOT NULL,
	signed_at TIMESTAMP WITH TIME ZONE NOT NULL,
	text_hash VARCHAR(64) NOT NULL,
	signature_id UUID,
	document_id UUID,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_waiver_signature PRIMARY KEY (id),
	CONSTRAINT fk_waiver_signature_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_waiver_signature_waiver_id FOREIGN KEY(waiver_id) REFERENCES waiver (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_waiver_signature_signature_id FOREIGN KEY(signature_id) REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_waiver_signature_document_id FOREIGN KEY(document_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_waiver_signature_text_hash_length CHECK (length(text_hash) <= 64)
);

CREATE INDEX ix_waiver_signature_client_id ON waiver_signature (client_id);

CREATE INDEX ix_waiver_signature_document_id ON waiver_signature (document_id);

CREATE INDEX ix_waiver_signature_signature_id ON waiver_signature (signature_id);

CREATE INDEX ix_waiver_signature_waiver_id ON waiver_signature (waiver_id);

CREATE TABLE appointment_reminder (
	id UUID NOT NULL,
	appointment_id UUID NOT NULL,
	client_id UUID NOT NULL,
	channel VARCHAR(40) NOT NULL,
	minutes_before BIGINT NOT NULL,
	is_sent BOOLEAN NOT NULL,
	sent_at TIMESTAMP WITH TIME ZONE,
	outgoing_message_id UUID,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_appointment_reminder PRIMARY KEY (id),
	CONSTRAINT uq_appointment_reminder_appointment_id_client_id_channe_4b6d UNIQUE (appointment_id, client_id, channel, minutes_before),
	CONSTRAINT ck_appointment_reminder_minutes_before CHECK (minutes_before >= 0),
	CONSTRAINT fk_appointment_reminder_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_reminder_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointment_reminder_outgoing_message_id FOREIGN KEY(outgoing_message_id) REFERENCES outgoing_message (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_appointment_reminder_channel_word CHECK (CAST(channel AS VARCHAR) IN ('EMAIL', 'SMS', 'PUSH', 'IN_APP'))
);

CREATE INDEX ix_appointment_reminder_appointment_id_is_sent ON appointment_reminder (appointment_id, is_sent);

CREATE INDEX ix_appointment_reminder_client_id ON appointment_reminder (client_id);

CREATE INDEX ix_appointment_reminder_outgoing_message_id ON appointment_reminder (outgoing_message_id);

CREATE TABLE client_goal (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	title VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	goal_type VARCHAR NOT NULL,
	status VARCHAR(40) NOT NULL,
	metric VARCHAR NOT NULL,
	unit VARCHAR NOT NULL,
	start_value DOUBLE PRECISION,
	current_progress DOUBLE PRECISION,
	target_value DOUBLE PRECISION,
	started_on DATE,
	target_date DATE,
	completed_at TIMESTAMP WITH TIME ZONE,
	exercise_id UUID,
	priority BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_goal PRIMARY KEY (id),
	CONSTRAINT fk_client_goal_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_goal_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_goal_status_word CHECK (CAST(status AS VARCHAR) IN ('ACTIVE', 'PAUSED', 'COMPLETED'))
);

CREATE INDEX ix_client_goal_client_id_status ON client_goal (client_id, status);

CREATE INDEX ix_client_goal_exercise_id ON client_goal (exercise_id);

CREATE TABLE client_subscription (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	package_id UUID NOT NULL,
	discount_id UUID,
	status VARCHAR(40) NOT NULL,
	price BIGINT NOT NULL,
	currency VARCHAR(3) NOT NULL,
	billing_interval VARCHAR(40) NOT NULL,
	starts_on DATE NOT NULL,
	ends_on DATE,
	auto_renew BOOLEAN NOT NULL,
	next_billing_on DATE,
	paused_from_on DATE,
	paused_until_on DATE,
	cancelled_at TIMESTAMP WITH TIME ZONE,
	cancel_reason VARCHAR NOT NULL,
	failed_attempts BIGINT NOT NULL,
	next_attempt_on DATE,
	provider VARCHAR(40),
	provider_id VARCHAR,
	livemode BOOLEAN,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_client_subscription PRIMARY KEY (id),
	CONSTRAINT ck_client_subscription_price CHECK (price >= 0),
	CONSTRAINT fk_client_subscription_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_subscription_package_id FOREIGN KEY(package_id) REFERENCES package (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_client_subscription_discount_id FOREIGN KEY(discount_id) REFERENCES discount (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_client_subscription_status_word CHECK (CAST(status AS VARCHAR) IN ('ACTIVE', 'PAUSED', 'CANCELLED', 'EXPIRED')),
	CONSTRAINT ck_client_subscription_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_client_subscription_billing_interval_word CHECK (CAST(billing_interval AS VARCHAR) IN ('WEEK', 'TWO_WEEKS', 'FOUR_WEEKS', 'MONTH', 'QUARTER', 'YEAR')),
	CONSTRAINT ck_client_subscription_provider_word CHECK (CAST(provider AS VARCHAR) IN ('STRIPE', 'TWILIO'))
);

CREATE INDEX ix_client_subscription_client_id_status ON client_subscription (client_id, status);

CREATE INDEX ix_client_subscription_discount_id ON client_subscription (discount_id);

CREATE INDEX ix_client_subscription_package_id ON client_subscription (package_id);

CREATE INDEX ix_client_subscription_status_next_billing_on ON client_subscription (status, next_billing_on);

CREATE TABLE group_session (
	id UUID NOT NULL,
	appointment_id UUID NOT NULL,
	name VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	max_participants BIGINT NOT NULL,
	price_per_person BIGINT,
	currency VARCHAR(3) NOT NULL,
	status VARCHAR(40) NOT NULL,
	waitlist_cutoff_minutes BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_group_session PRIMARY KEY (id),
	CONSTRAINT ck_group_session_max_participants CHECK (max_participants > 0),
	CONSTRAINT ck_group_session_price CHECK (price_per_person >= 0),
	CONSTRAINT uq_group_session_appointment_id UNIQUE (appointment_id),
	CONSTRAINT fk_group_session_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_group_session_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_group_session_status_word CHECK (CAST(status AS VARCHAR) IN ('OPEN', 'FULL', 'CANCELLED'))
);

CREATE TABLE nutrition_plan (
	id UUID NOT NULL,
	client_id UUID,
	client_program_id UUID,
	trainer_id UUID,
	name VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	status VARCHAR(40) NOT NULL,
	starts_on DATE,
	ends_on DATE,
	calories_kcal BIGINT,
	protein_g DOUBLE PRECISION,
	carbs_g DOUBLE PRECISION,
	fat_g DOUBLE PRECISION,
	fiber_g DOUBLE PRECISION,
	day_targets JSONB NOT NULL,
	meal_timing JSONB NOT NULL,
	meals_per_day BIGINT,
	dietary_restrictions JSONB NOT NULL,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_nutrition_plan PRIMARY KEY (id),
	CONSTRAINT ck_nutrition_plan_calories CHECK (calories_kcal >= 0),
	CONSTRAINT ck_nutrition_plan_macros CHECK (protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0),
	CONSTRAINT fk_nutrition_plan_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_plan_client_program_id FOREIGN KEY(client_program_id) REFERENCES client_program (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_plan_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_nutrition_plan_status_word CHECK (CAST(status AS VARCHAR) IN ('DRAFT', 'ACTIVE', 'COMPLETED'))
);

CREATE INDEX ix_nutrition_plan_client_id_status ON nutrition_plan (client_id, status);

CREATE INDEX ix_nutrition_plan_client_program_id ON nutrition_plan (client_program_id);

CREATE INDEX ix_nutrition_plan_trainer_id ON nutrition_plan (trainer_id);

CREATE TABLE performance_metric (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	progress_entry_id UUID,
	exercise_id UUID,
	kind VARCHAR(40) NOT NULL,
	metric_name VARCHAR NOT NULL,
	metric_value DOUBLE PRECISION NOT NULL,
	metric_unit VARCHAR NOT NULL,
	measured_on DATE NOT NULL,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_performance_metric PRIMARY KEY (id),
	CONSTRAINT fk_performance_metric_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_performance_metric_progress_entry_id FOREIGN KEY(progress_entry_id) REFERENCES progress_entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_performance_metric_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_performance_metric_kind_word CHECK (CAST(kind AS VARCHAR) IN ('STRENGTH', 'CARDIO', 'FLEXIBILITY', 'OTHER'))
);

CREATE INDEX ix_performance_metric_client_id_metric_name_measured_on ON performance_metric (client_id, metric_name, measured_on);

CREATE INDEX ix_performance_metric_exercise_id ON performance_metric (exercise_id);

CREATE INDEX ix_performance_metric_progress_entry_id ON performance_metric (progress_entry_id);

CREATE TABLE workout_session (
	id UUID NOT NULL,
	client_id UUID,
	client_program_id UUID,
	program_template_id UUID,
	phase_id UUID,
	source_id UUID,
	name VARCHAR NOT NULL,
	session_type VARCHAR(40) NOT NULL,
	week_number BIGINT NOT NULL,
	day_number BIGINT NOT NULL,
	scheduled_on DATE,
	estimated_minutes BIGINT,
	instructions VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_workout_session PRIMARY KEY (id),
	CONSTRAINT ck_workout_session_week_number CHECK (week_number > 0),
	CONSTRAINT ck_workout_session_day_number CHECK (day_number > 0),
	CONSTRAINT ck_workout_session_template_or_client CHECK ((program_template_id IS NULL) <> (client_id IS NULL)),
	CONSTRAINT fk_workout_session_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_session_client_program_id FOREIGN KEY(client_program_id) REFERENCES client_program (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_session_program_template_id FOREIGN KEY(program_template_id) REFERENCES program_template (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_session_phase_id FOREIGN KEY(phase_id) REFERENCES program_phase (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_session_source_id FOREIGN KEY(source_id) REFERENCES workout_session (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_workout_session_session_type_word CHECK (CAST(session_type AS VARCHAR) IN ('STRENGTH', 'CARDIO', 'FLEXIBILITY', 'MIXED', 'REST'))
);

CREATE INDEX ix_workout_session_client_id_scheduled_on ON workout_session (client_id, scheduled_on);

CREATE INDEX ix_workout_session_client_program_id_week_number ON workout_session (client_program_id, week_number);

CREATE INDEX ix_workout_session_phase_id ON workout_session (phase_id);

CREATE INDEX ix_workout_session_program_template_id_week_number ON workout_session (program_template_id, week_number);

CREATE INDEX ix_workout_session_source_id ON workout_session (source_id);

CREATE TABLE invoice (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	payer_id UUID,
	kind VARCHAR(40) NOT NULL,
	series_id UUID,
	number BIGINT,
	invoice_number VARCHAR,
	status VARCHAR(40) NOT NULL,
	client_subscription_id UUID,
	credited_invoice_id UUID,
	issued_on DATE,
	due_on DATE,
	currency VARCHAR(3) NOT NULL,
	prices_include_tax BOOLEAN NOT NULL,
	line_items JSONB NOT NULL,
	taxes JSONB NOT NULL,
	subtotal BIGINT NOT NULL,
	discount_rate_ppm BIGINT NOT NULL,
	discount_fixed BIGINT NOT NULL,
	discount_amount BIGINT NOT NULL,
	discount_reason VARCHAR NOT NULL,
	tax_amount BIGINT NOT NULL,
	total BIGINT NOT NULL,
	issuer JSONB,
	recipient JSONB,
	notes VARCHAR NOT NULL,
	document_id UUID,
	document_url VARCHAR NOT NULL,
	sent_at TIMESTAMP WITH TIME ZONE,
	handed_out_at TIMESTAMP WITH TIME ZONE,
	paid_at TIMESTAMP WITH TIME ZONE,
	provider VARCHAR(40),
	provider_id VARCHAR,
	livemode BOOLEAN,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_invoice PRIMARY KEY (id),
	CONSTRAINT uq_invoice_invoice_number UNIQUE (invoice_number),
	CONSTRAINT uq_invoice_series_id_number UNIQUE (series_id, number),
	CONSTRAINT ck_invoice_numbered_when_sent CHECK ((status = 'DRAFT') = (invoice_number IS NULL)),
	CONSTRAINT ck_invoice_numbers_agree CHECK ((number IS NULL) = (invoice_number IS NULL)),
	CONSTRAINT ck_invoice_total CHECK (total = subtotal - discount_amount + tax_amount),
	CONSTRAINT ck_invoice_discount_rate CHECK (discount_rate_ppm BETWEEN 0 AND 1000000),
	CONSTRAINT ck_invoice_discount_fixed CHECK (discount_fixed >= 0),
	CONSTRAINT fk_invoice_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_payer_id FOREIGN KEY(payer_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_series_id FOREIGN KEY(series_id) REFERENCES invoice_series (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_client_subscription_id FOREIGN KEY(client_subscription_id) REFERENCES client_subscription (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_credited_invoice_id FOREIGN KEY(credited_invoice_id) REFERENCES invoice (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_invoice_document_id FOREIGN KEY(document_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_invoice_kind_word CHECK (CAST(kind AS VARCHAR) IN ('INVOICE', 'CREDIT_NOTE')),
	CONSTRAINT ck_invoice_status_word CHECK (CAST(status AS VARCHAR) IN ('DRAFT', 'SENT', 'OVERDUE', 'PAID', 'CREDITED', 'WRITTEN_OFF')),
	CONSTRAINT ck_invoice_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_invoice_provider_word CHECK (CAST(provider AS VARCHAR) IN ('STRIPE', 'TWILIO'))
);

CREATE INDEX ix_invoice_client_id_id ON invoice (client_id, id);

CREATE INDEX ix_invoice_client_id_status ON invoice (client_id, status);

CREATE INDEX ix_invoice_client_subscription_id ON invoice (client_subscription_id);

CREATE INDEX ix_invoice_credited_invoice_id ON invoice (credited_invoice_id);

CREATE INDEX ix_invoice_document_id ON invoice (document_id);

CREATE INDEX ix_invoice_list ON invoice ((issued_on IS NULL), issued_on, number, id, status, client_id, invoice_number);

CREATE INDEX ix_invoice_payer_id ON invoice (payer_id);

CREATE INDEX ix_invoice_sums ON invoice (status, due_on, currency, total, client_id, invoice_number);

CREATE TABLE meal_plan (
	id UUID NOT NULL,
	client_id UUID,
	nutrition_plan_id UUID NOT NULL,
	name VARCHAR NOT NULL,
	meal_type VARCHAR(40) NOT NULL,
	day_type VARCHAR(40) NOT NULL,
	day_number BIGINT,
	position BIGINT NOT NULL,
	recipe VARCHAR NOT NULL,
	ingredients JSONB NOT NULL,
	calories_kcal BIGINT,
	protein_g DOUBLE PRECISION,
	carbs_g DOUBLE PRECISION,
	fat_g DOUBLE PRECISION,
	allergens JSONB NOT NULL,
	photo_id UUID,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_meal_plan PRIMARY KEY (id),
	CONSTRAINT ck_meal_plan_macros CHECK (protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0),
	CONSTRAINT fk_meal_plan_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meal_plan_nutrition_plan_id FOREIGN KEY(nutrition_plan_id) REFERENCES nutrition_plan (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meal_plan_photo_id FOREIGN KEY(photo_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_meal_plan_meal_type_word CHECK (CAST(meal_type AS VARCHAR) IN ('BREAKFAST', 'LUNCH', 'DINNER', 'SNACK', 'PRE_WORKOUT', 'POST_WORKOUT')),
	CONSTRAINT ck_meal_plan_day_type_word CHECK (CAST(day_type AS VARCHAR) IN ('ANY', 'TRAINING', 'REST'))
);

CREATE INDEX ix_meal_plan_client_id ON meal_plan (client_id);

CREATE INDEX ix_meal_plan_nutrition_plan_id_position ON meal_plan (nutrition_plan_id, position);

CREATE INDEX ix_meal_plan_photo_id ON meal_plan (photo_id);

CREATE TABLE session_exercise (
	id UUID NOT NULL,
	client_id UUID,
	session_id UUID NOT NULL,
	exercise_id UUID NOT NULL,
	source_id UUID,
	exercise_order BIGINT NOT NULL,
	superset_group VARCHAR(8) NOT NULL,
	method VARCHAR(40) NOT NULL,
	sets BIGINT,
	reps BIGINT,
	reps_max BIGINT,
	is_each_side BOOLEAN NOT NULL,
	load_kg DOUBLE PRECISION,
	load_percent DOUBLE PRECISION,
	rir DOUBLE PRECISION,
	rpe DOUBLE PRECISION,
	duration_seconds BIGINT,
	distance_m DOUBLE PRECISION,
	rest_seconds BIGINT,
	tempo JSONB,
	set_targets JSONB NOT NULL,
	progression JSONB,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_session_exercise PRIMARY KEY (id),
	CONSTRAINT ck_session_exercise_sets CHECK (sets > 0),
	CONSTRAINT ck_session_exercise_reps CHECK (reps > 0),
	CONSTRAINT ck_session_exercise_reps_max CHECK (reps_max >= reps),
	CONSTRAINT ck_session_exercise_load CHECK (load_kg >= 0),
	CONSTRAINT ck_session_exercise_duration CHECK (duration_seconds > 0),
	CONSTRAINT ck_session_exercise_distance CHECK (distance_m > 0),
	CONSTRAINT ck_session_exercise_rest CHECK (rest_seconds >= 0),
	CONSTRAINT fk_session_exercise_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_session_exercise_session_id FOREIGN KEY(session_id) REFERENCES workout_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_session_exercise_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_session_exercise_source_id FOREIGN KEY(source_id) REFERENCES session_exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_session_exercise_superset_group_length CHECK (length(superset_group) <= 8),
	CONSTRAINT ck_session_exercise_method_word CHECK (CAST(method AS VARCHAR) IN ('STRAIGHT', 'SUPERSET', 'CIRCUIT', 'INTERVAL', 'AMRAP', 'EMOM', 'TABATA', 'FOR_TIME'))
);

CREATE INDEX ix_session_exercise_client_id ON session_exercise (client_id);

CREATE INDEX ix_session_exercise_exercise_id ON session_exercise (exercise_id);

CREATE INDEX ix_session_exercise_session_id_exercise_order ON session_exercise (session_id, exercise_order);

CREATE INDEX ix_session_exercise_source_id ON session_exercise (source_id);

CREATE TABLE session_participant (
	id UUID NOT NULL,
	group_session_id UUID NOT NULL,
	client_id UUID NOT NULL,
	status VARCHAR(40) NOT NULL,
	registered_at TIMESTAMP WITH TIME ZONE NOT NULL,
	checked_in_at TIMESTAMP WITH TIME ZONE,
	cancelled_at TIMESTAMP WITH TIME ZONE,
	spot VARCHAR NOT NULL,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_session_participant PRIMARY KEY (id),
	CONSTRAINT fk_session_participant_group_session_id FOREIGN KEY(group_session_id) REFERENCES group_session (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_session_participant_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_session_participant_status_word CHECK (CAST(status AS VARCHAR) IN ('REGISTERED', 'WAITLISTED', 'ATTENDED', 'NO_SHOW', 'CANCELLED'))
);

CREATE INDEX ix_session_participant_group_session_id ON session_participant (group_session_id);

CREATE INDEX ix_session_participant_of_client ON session_participant (client_id, status, group_session_id);

CREATE UNIQUE INDEX uq_session_participant_group_session_id_client_id ON session_participant (group_session_id, client_id) WHERE status <> 'CANCELLED';

CREATE TABLE workout_completion (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	workout_session_id UUID,
	appointment_id UUID,
	trainer_id UUID,
	name VARCHAR NOT NULL,
	status VARCHAR(40) NOT NULL,
	started_at TIMESTAMP WITH TIME ZONE,
	completed_at TIMESTAMP WITH TIME ZONE NOT NULL,
	duration_minutes BIGINT,
	rating BIGINT,
	effort DOUBLE PRECISION,
	bodyweight_kg DOUBLE PRECISION,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_workout_completion PRIMARY KEY (id),
	CONSTRAINT ck_workout_completion_rating CHECK (rating BETWEEN 1 AND 5),
	CONSTRAINT ck_workout_completion_effort CHECK (effort BETWEEN 0 AND 10),
	CONSTRAINT ck_workout_completion_duration CHECK (duration_minutes >= 0),
	CONSTRAINT fk_workout_completion_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_completion_workout_session_id FOREIGN KEY(workout_session_id) REFERENCES workout_session (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_completion_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_workout_completion_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_workout_completion_status_word CHECK (CAST(status AS VARCHAR) IN ('COMPLETED', 'PARTIAL', 'SKIPPED'))
);

CREATE INDEX ix_workout_completion_appointment_id ON workout_completion (appointment_id);

CREATE INDEX ix_workout_completion_client_id_completed_at ON workout_completion (client_id, completed_at);

CREATE INDEX ix_workout_completion_trainer_id ON workout_completion (trainer_id);

CREATE INDEX ix_workout_completion_workout_session_id ON workout_completion (workout_session_id);

CREATE TABLE exercise_completion (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	workout_completion_id UUID NOT NULL,
	session_exercise_id UUID,
	exercise_id UUID,
	exercise_order BIGINT NOT NULL,
	status VARCHAR(40) NOT NULL,
	replaced_exercise_id UUID,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_exercise_completion PRIMARY KEY (id),
	CONSTRAINT fk_exercise_completion_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_completion_workout_completion_id FOREIGN KEY(workout_completion_id) REFERENCES workout_completion (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_completion_session_exercise_id FOREIGN KEY(session_exercise_id) REFERENCES session_exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_completion_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_exercise_completion_replaced_exercise_id FOREIGN KEY(replaced_exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_exercise_completion_status_word CHECK (CAST(status AS VARCHAR) IN ('COMPLETED', 'PARTIAL', 'SKIPPED'))
);

CREATE INDEX ix_exercise_completion_client_id ON exercise_completion (client_id);

CREATE INDEX ix_exercise_completion_exercise_id ON exercise_completion (exercise_id);

CREATE INDEX ix_exercise_completion_replaced_exercise_id ON exercise_completion (replaced_exercise_id);

CREATE INDEX ix_exercise_completion_session_exercise_id ON exercise_completion (session_exercise_id);

CREATE INDEX ix_exercise_completion_workout_completion_id_exercise_order ON exercise_completion (workout_completion_id, exercise_order);

CREATE TABLE nutrition_log (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	meal_plan_id UUID,
	food_id UUID,
	eaten_on DATE NOT NULL,
	eaten_at_time TIME WITHOUT TIME ZONE,
	meal_type VARCHAR(40) NOT NULL,
	description VARCHAR NOT NULL,
	amount_g DOUBLE PRECISION,
	calories_kcal DOUBLE PRECISION,
	protein_g DOUBLE PRECISION,
	carbs_g DOUBLE PRECISION,
	fat_g DOUBLE PRECISION,
	is_off_plan BOOLEAN NOT NULL,
	photo_id UUID,
	notes VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_nutrition_log PRIMARY KEY (id),
	CONSTRAINT ck_nutrition_log_macros CHECK (protein_g >= 0 AND carbs_g >= 0 AND fat_g >= 0),
	CONSTRAINT fk_nutrition_log_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_log_meal_plan_id FOREIGN KEY(meal_plan_id) REFERENCES meal_plan (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_log_food_id FOREIGN KEY(food_id) REFERENCES food (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_nutrition_log_photo_id FOREIGN KEY(photo_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_nutrition_log_meal_type_word CHECK (CAST(meal_type AS VARCHAR) IN ('BREAKFAST', 'LUNCH', 'DINNER', 'SNACK', 'PRE_WORKOUT', 'POST_WORKOUT'))
);

CREATE INDEX ix_nutrition_log_client_id_eaten_on ON nutrition_log (client_id, eaten_on);

CREATE INDEX ix_nutrition_log_food_id ON nutrition_log (food_id);

CREATE INDEX ix_nutrition_log_meal_plan_id ON nutrition_log (meal_plan_id);

CREATE INDEX ix_nutrition_log_photo_id ON nutrition_log (photo_id);

CREATE TABLE payment (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	payer_id UUID,
	invoice_id UUID,
	subscription_id UUID,
	appointment_id UUID,
	client_program_id UUID,
	package_id UUID,
	amount BIGINT NOT NULL,
	currency VARCHAR(3) NOT NULL,
	fee BIGINT NOT NULL,
	status VARCHAR(40) NOT NULL,
	method VARCHAR(40) NOT NULL,
	paid_at TIMESTAMP WITH TIME ZONE,
	reference VARCHAR NOT NULL,
	notes VARCHAR NOT NULL,
	idempotency_key VARCHAR,
	failure_code VARCHAR NOT NULL,
	failure_reason VARCHAR NOT NULL,
	provider VARCHAR(40),
	provider_id VARCHAR,
	livemode BOOLEAN,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_payment PRIMARY KEY (id),
	CONSTRAINT uq_payment_provider_livemode_provider_id UNIQUE (provider, livemode, provider_id),
	CONSTRAINT uq_payment_idempotency_key UNIQUE (idempotency_key),
	CONSTRAINT ck_payment_amount CHECK (amount >= 0),
	CONSTRAINT fk_payment_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_payer_id FOREIGN KEY(payer_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_subscription_id FOREIGN KEY(subscription_id) REFERENCES client_subscription (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_client_program_id FOREIGN KEY(client_program_id) REFERENCES client_program (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_payment_package_id FOREIGN KEY(package_id) REFERENCES package (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_payment_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_payment_status_word CHECK (CAST(status AS VARCHAR) IN ('PENDING', 'COMPLETED', 'FAILED', 'REFUNDED', 'CANCELLED')),
	CONSTRAINT ck_payment_method_word CHECK (CAST(method AS VARCHAR) IN ('CASH', 'CARD', 'BANK_TRANSFER', 'DIRECT_DEBIT', 'ONLINE', 'VOUCHER', 'OTHER')),
	CONSTRAINT ck_payment_provider_word CHECK (CAST(provider AS VARCHAR) IN ('STRIPE', 'TWILIO'))
);

CREATE INDEX ix_payment_appointment_id ON payment (appointment_id);

CREATE INDEX ix_payment_client_id_status ON payment (client_id, status);

CREATE INDEX ix_payment_client_program_id ON payment (client_program_id);

CREATE INDEX ix_payment_invoice_id ON payment (invoice_id);

CREATE INDEX ix_payment_package_id ON payment (package_id);

CREATE INDEX ix_payment_payer_id ON payment (payer_id);

CREATE INDEX ix_payment_status_paid_at ON payment (status, paid_at);

CREATE INDEX ix_payment_subscription_id ON payment (subscription_id);

CREATE TABLE credit_entry (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	reason VARCHAR(40) NOT NULL,
	amount BIGINT NOT NULL,
	grant_id UUID,
	package_id UUID,
	subscription_id UUID,
	payment_id UUID,
	appointment_id UUID,
	entered_at TIMESTAMP WITH TIME ZONE NOT NULL,
	expires_on DATE,
	note VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_credit_entry PRIMARY KEY (id),
	CONSTRAINT ck_credit_entry_amount CHECK (amount <> 0),
	CONSTRAINT fk_credit_entry_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_grant_id FOREIGN KEY(grant_id) REFERENCES credit_entry (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_package_id FOREIGN KEY(package_id) REFERENCES package (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_subscription_id FOREIGN KEY(subscription_id) REFERENCES client_subscription (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_credit_entry_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_credit_entry_reason_word CHECK (CAST(reason AS VARCHAR) IN ('GRANT', 'USE', 'RETURN', 'EXPIRE', 'ADJUST'))
);

CREATE INDEX ix_credit_entry_appointment_id ON credit_entry (appointment_id);

CREATE INDEX ix_credit_entry_client_id_expires_on ON credit_entry (client_id, expires_on);

CREATE INDEX ix_credit_entry_grant_id ON credit_entry (grant_id);

CREATE INDEX ix_credit_entry_package_id ON credit_entry (package_id);

CREATE INDEX ix_credit_entry_payment_id ON credit_entry (payment_id);

CREATE INDEX ix_credit_entry_subscription_id ON credit_entry (subscription_id);

CREATE INDEX ix_credit_entry_used ON credit_entry (client_id, appointment_id, reason, amount);

CREATE TABLE logged_set (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	exercise_completion_id UUID NOT NULL,
	exercise_id UUID,
	performed_at TIMESTAMP WITH TIME ZONE NOT NULL,
	set_number BIGINT NOT NULL,
	kind VARCHAR(40) NOT NULL,
	load_kg DOUBLE PRECISION,
	reps BIGINT,
	rir DOUBLE PRECISION,
	rpe DOUBLE PRECISION,
	duration_seconds BIGINT,
	distance_m DOUBLE PRECISION,
	is_each_side BOOLEAN NOT NULL,
	is_completed BOOLEAN NOT NULL,
	note VARCHAR NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_logged_set PRIMARY KEY (id),
	CONSTRAINT ck_logged_set_number CHECK (set_number > 0),
	CONSTRAINT ck_logged_set_reps CHECK (reps >= 0),
	CONSTRAINT ck_logged_set_duration CHECK (duration_seconds >= 0),
	CONSTRAINT ck_logged_set_distance CHECK (distance_m >= 0),
	CONSTRAINT fk_logged_set_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_logged_set_exercise_completion_id FOREIGN KEY(exercise_completion_id) REFERENCES exercise_completion (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_logged_set_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_logged_set_kind_word CHECK (CAST(kind AS VARCHAR) IN ('WARM_UP', 'WORKING', 'DROP', 'MYO', 'PARTIAL', 'FORCED', 'ISOMETRIC'))
);

CREATE INDEX ix_logged_set_client_id_exercise_id_performed_at ON logged_set (client_id, exercise_id, performed_at);

CREATE INDEX ix_logged_set_exercise_completion_id_set_number ON logged_set (exercise_completion_id, set_number);

CREATE INDEX ix_logged_set_exercise_id ON logged_set (exercise_id);

CREATE TABLE refund (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	payment_id UUID NOT NULL,
	amount BIGINT NOT NULL,
	currency VARCHAR(3) NOT NULL,
	status VARCHAR(40) NOT NULL,
	reason VARCHAR NOT NULL,
	refunded_at TIMESTAMP WITH TIME ZONE,
	provider VARCHAR(40),
	provider_id VARCHAR,
	livemode BOOLEAN,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_refund PRIMARY KEY (id),
	CONSTRAINT ck_refund_amount CHECK (amount > 0),
	CONSTRAINT fk_refund_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_refund_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_refund_currency_length CHECK (length(currency) <= 3),
	CONSTRAINT ck_refund_status_word CHECK (CAST(status AS VARCHAR) IN ('PENDING', 'COMPLETED', 'FAILED')),
	CONSTRAINT ck_refund_provider_word CHECK (CAST(provider AS VARCHAR) IN ('STRIPE', 'TWILIO'))
);

CREATE INDEX ix_refund_client_id ON refund (client_id);

CREATE INDEX ix_refund_payment_id ON refund (payment_id);

CREATE TABLE video (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	attachment_id UUID NOT NULL,
	thumbnail_id UUID,
	workout_session_id UUID,
	exercise_id UUID,
	logged_set_id UUID,
	reviewer_id UUID,
	title VARCHAR NOT NULL,
	client_notes VARCHAR NOT NULL,
	review_status VARCHAR(40) NOT NULL,
	recorded_at TIMESTAMP WITH TIME ZONE,
	uploaded_at TIMESTAMP WITH TIME ZONE NOT NULL,
	reviewed_at TIMESTAMP WITH TIME ZONE,
	duration_seconds DOUBLE PRECISION,
	width BIGINT,
	height BIGINT,
	rotation BIGINT NOT NULL,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	deleted_at TIMESTAMP WITH TIME ZONE,
	is_deleted BOOLEAN GENERATED ALWAYS AS (deleted_at IS NOT NULL) STORED NOT NULL,
	CONSTRAINT pk_video PRIMARY KEY (id),
	CONSTRAINT fk_video_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_thumbnail_id FOREIGN KEY(thumbnail_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_workout_session_id FOREIGN KEY(workout_session_id) REFERENCES workout_session (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercise (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_logged_set_id FOREIGN KEY(logged_set_id) REFERENCES logged_set (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_reviewer_id FOREIGN KEY(reviewer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_video_review_status_word CHECK (CAST(review_status AS VARCHAR) IN ('PENDING', 'IN_REVIEW', 'REVIEWED', 'APPROVED', 'NEEDS_REVISION'))
);

CREATE INDEX ix_video_attachment_id ON video (attachment_id);

CREATE INDEX ix_video_client_id_review_status ON video (client_id, review_status);

CREATE INDEX ix_video_exercise_id ON video (exercise_id);

CREATE INDEX ix_video_logged_set_id ON video (logged_set_id);

CREATE INDEX ix_video_review_status_uploaded_at ON video (review_status, uploaded_at);

CREATE INDEX ix_video_reviewer_id ON video (reviewer_id);

CREATE INDEX ix_video_thumbnail_id ON video (thumbnail_id);

CREATE INDEX ix_video_workout_session_id ON video (workout_session_id);

CREATE TABLE video_feedback (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	video_id UUID NOT NULL,
	trainer_id UUID,
	comments VARCHAR NOT NULL,
	response_video_id UUID,
	video_response_url VARCHAR NOT NULL,
	rating BIGINT,
	exercise_suggestions JSONB NOT NULL,
	needs_follow_up BOOLEAN NOT NULL,
	sent_at TIMESTAMP WITH TIME ZONE,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_video_feedback PRIMARY KEY (id),
	CONSTRAINT ck_video_feedback_rating CHECK (rating BETWEEN 1 AND 5),
	CONSTRAINT fk_video_feedback_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_feedback_video_id FOREIGN KEY(video_id) REFERENCES video (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_feedback_trainer_id FOREIGN KEY(trainer_id) REFERENCES "user" (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_feedback_response_video_id FOREIGN KEY(response_video_id) REFERENCES attachment (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_video_feedback_client_id ON video_feedback (client_id);

CREATE INDEX ix_video_feedback_response_video_id ON video_feedback (response_video_id);

CREATE INDEX ix_video_feedback_trainer_id ON video_feedback (trainer_id);

CREATE INDEX ix_video_feedback_video_id ON video_feedback (video_id);

CREATE TABLE video_annotation (
	id UUID NOT NULL,
	client_id UUID NOT NULL,
	video_feedback_id UUID NOT NULL,
	kind VARCHAR(40) NOT NULL,
	timestamp_ms BIGINT NOT NULL,
	pts BIGINT,
	frame_number BIGINT,
	lasts_ms BIGINT NOT NULL,
	text VARCHAR NOT NULL,
	position JSONB,
	created_at TIMESTAMP WITH TIME ZONE NOT NULL,
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
	created_by UUID,
	updated_by UUID,
	CONSTRAINT pk_video_annotation PRIMARY KEY (id),
	CONSTRAINT ck_video_annotation_timestamp CHECK (timestamp_ms >= 0),
	CONSTRAINT ck_video_annotation_lasts CHECK (lasts_ms >= 0),
	CONSTRAINT fk_video_annotation_client_id FOREIGN KEY(client_id) REFERENCES "user" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_video_annotation_video_feedback_id FOREIGN KEY(video_feedback_id) REFERENCES video_feedback (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT ck_video_annotation_kind_word CHECK (CAST(kind AS VARCHAR) IN ('COMMENT', 'LINE', 'ARROW', 'ANGLE', 'CIRCLE', 'FREEHAND'))
);

CREATE INDEX ix_video_annotation_client_id ON video_annotation (client_id);

CREATE INDEX ix_video_annotation_video_feedback_id_timestamp_ms ON video_annotation (video_feedback_id, timestamp_ms)
