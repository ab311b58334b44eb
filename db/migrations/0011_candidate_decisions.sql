CREATE TABLE `candidate_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report` text NOT NULL,
	`idea` text NOT NULL,
	`decision` text NOT NULL,
	`person` text NOT NULL,
	`at` text NOT NULL
);
