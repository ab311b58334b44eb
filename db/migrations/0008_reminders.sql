CREATE TABLE `reminders` (
	`id` text NOT NULL,
	`report` text NOT NULL,
	`delegation` text NOT NULL,
	`person` text NOT NULL,
	`at` text NOT NULL,
	`words` text NOT NULL,
	`lang` text NOT NULL,
	PRIMARY KEY(`id`, `delegation`)
);
--> statement-breakpoint
CREATE INDEX `reminders_of` ON `reminders` (`report`,`delegation`,`at`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`person` text NOT NULL,
	`report` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	PRIMARY KEY(`person`, `report`, `name`)
);
