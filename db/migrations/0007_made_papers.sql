CREATE TABLE `made_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`report` text NOT NULL,
	`asked` text NOT NULL,
	`state` text NOT NULL,
	`size` integer NOT NULL,
	`at` text NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `made_papers_person` ON `made_papers` (`person`,`report`);