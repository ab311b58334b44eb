CREATE TABLE `original_pieces` (
	`report` text NOT NULL,
	`owner` text NOT NULL,
	`hash` text NOT NULL,
	`piece` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`report`, `owner`, `hash`, `piece`)
);
