CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`by` text,
	`act` text NOT NULL,
	`delegation` text,
	`person` text,
	`details` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `audit_delegation` ON `audit` (`delegation`,`id`);--> statement-breakpoint
CREATE TABLE `contests` (
	`id` text PRIMARY KEY NOT NULL,
	`delegation` text,
	`person` text,
	`document` text NOT NULL,
	`document_on` text NOT NULL,
	`at` text NOT NULL,
	`by` text,
	`lifted_at` text,
	`lifted_by` text,
	`lifted_document` text,
	`lifted_document_on` text
);
--> statement-breakpoint
CREATE INDEX `contests_delegation` ON `contests` (`delegation`);--> statement-breakpoint
CREATE INDEX `contests_person` ON `contests` (`person`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`as` text NOT NULL,
	`delegation` text,
	`function` text,
	`until` text,
	`document` text,
	`document_on` text,
	`invited_by` text,
	`invited_for` text,
	`at` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text,
	`accepted_by` text,
	`seat` text,
	`revoked_at` text,
	`revoked_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_delegation` ON `invitations` (`delegation`);--> statement-breakpoint
ALTER TABLE `seats` ADD `document` text;--> statement-breakpoint
ALTER TABLE `seats` ADD `document_on` text;--> statement-breakpoint
ALTER TABLE `seats` ADD `given_by` text;--> statement-breakpoint
ALTER TABLE `seats` ADD `ended_by` text;--> statement-breakpoint
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contests_begun` AFTER INSERT ON `contests` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
--> statement-breakpoint
CREATE TRIGGER `contests_changed` AFTER UPDATE ON `contests` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
--> statement-breakpoint
CREATE TRIGGER `contests_gone` AFTER DELETE ON `contests` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
