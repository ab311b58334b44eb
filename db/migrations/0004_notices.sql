CREATE TABLE `digests` (
	`seat` text NOT NULL,
	`report` text NOT NULL,
	`kind` text NOT NULL,
	`after` integer NOT NULL,
	`up_to` integer NOT NULL,
	`at` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	PRIMARY KEY(`seat`, `report`, `kind`, `up_to`)
);
--> statement-breakpoint
CREATE TABLE `notice_reads` (
	`person` text NOT NULL,
	`report` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`person`, `report`)
);
--> statement-breakpoint
CREATE TABLE `notice_settings` (
	`person` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`frequency` text NOT NULL,
	`lang` text NOT NULL
);
