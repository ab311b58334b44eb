CREATE TABLE `candidates` (
	`report` text NOT NULL,
	`idea` text NOT NULL,
	`json` text NOT NULL,
	PRIMARY KEY(`report`, `idea`)
);
--> statement-breakpoint
CREATE TABLE `clearances` (
	`report` text NOT NULL,
	`delegation` text NOT NULL,
	`draft` text NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`person` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`report`, `delegation`, `draft`)
);
--> statement-breakpoint
CREATE TABLE `draft_authors` (
	`room` text NOT NULL,
	`draft` text NOT NULL,
	`person` text NOT NULL,
	PRIMARY KEY(`room`, `draft`, `person`)
);
--> statement-breakpoint
CREATE TABLE `draft_clients` (
	`room` text NOT NULL,
	`client` integer NOT NULL,
	`person` text NOT NULL,
	PRIMARY KEY(`room`, `client`)
);
--> statement-breakpoint
CREATE TABLE `draft_snapshots` (
	`room` text PRIMARY KEY NOT NULL,
	`state` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draft_updates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`room` text NOT NULL,
	`update` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_updates_room` ON `draft_updates` (`room`,`id`);--> statement-breakpoint
CREATE TABLE `entries` (
	`report` text NOT NULL,
	`seq` integer NOT NULL,
	`submission` text NOT NULL,
	`header` text NOT NULL,
	`body` text NOT NULL,
	`body_salt` text NOT NULL,
	`provenance` text NOT NULL,
	`provenance_salt` text NOT NULL,
	PRIMARY KEY(`report`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_submission` ON `entries` (`report`,`submission`);--> statement-breakpoint
CREATE TABLE `heads` (
	`report` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `installation` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_email_unique` ON `persons` (`email`);--> statement-breakpoint
CREATE TABLE `rights` (
	`seat` text NOT NULL,
	`right` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	PRIMARY KEY(`seat`, `right`, `from`),
	FOREIGN KEY (`seat`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`as` text NOT NULL,
	`delegation` text,
	`function` text,
	`from` text NOT NULL,
	`until` text,
	FOREIGN KEY (`person`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seats_person` ON `seats` (`person`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`seat` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`person`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `texts` (
	`report` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`json` text NOT NULL,
	PRIMARY KEY(`report`, `version`)
);
--> statement-breakpoint
CREATE TABLE `throttle` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `titles` (
	`report` text NOT NULL,
	`idea` text NOT NULL,
	`json` text NOT NULL,
	PRIMARY KEY(`report`, `idea`)
);
--> statement-breakpoint
CREATE TRIGGER `entries_no_update` BEFORE UPDATE ON `entries` BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `entries_no_delete` BEFORE DELETE ON `entries` BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `entries_no_replace` BEFORE INSERT ON `entries`
WHEN EXISTS (SELECT 1 FROM `entries` WHERE `report` = NEW.`report` AND (`seq` = NEW.`seq` OR `submission` = NEW.`submission`))
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `texts_no_update` BEFORE UPDATE ON `texts` BEGIN SELECT RAISE(ABORT, 'a published text never changes'); END;
