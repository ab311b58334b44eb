CREATE TABLE `projectors` (
	`report` text PRIMARY KEY NOT NULL,
	`idea` text
);
