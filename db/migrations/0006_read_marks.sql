CREATE TABLE `read_marks` (
	`person` text NOT NULL,
	`report` text NOT NULL,
	`place` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`person`, `report`, `place`)
);
