CREATE TABLE `visits` (
	`person` text NOT NULL,
	`report` text NOT NULL,
	`seq` integer NOT NULL,
	`at` text NOT NULL,
	`before_seq` integer,
	`before_at` text,
	PRIMARY KEY(`person`, `report`)
);
