CREATE TABLE `originals` (
	`report` text NOT NULL,
	`owner` text NOT NULL,
	`hash` text NOT NULL,
	`draft` text NOT NULL,
	`name` text NOT NULL,
	`bytes` blob NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`report`, `owner`, `hash`)
);
