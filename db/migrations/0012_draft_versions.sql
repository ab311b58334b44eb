CREATE TABLE `draft_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`room` text NOT NULL,
	`draft` text NOT NULL,
	`at` text NOT NULL,
	`person` text NOT NULL,
	`why` text NOT NULL,
	`words` text NOT NULL,
	`wording` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_versions_draft` ON `draft_versions` (`room`,`draft`,`id`);