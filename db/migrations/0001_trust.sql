CREATE TABLE `checkpoints` (
	`report` text NOT NULL,
	`epoch` text NOT NULL,
	`seq` integer NOT NULL,
	`json` text NOT NULL,
	PRIMARY KEY(`report`, `epoch`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `draft_damaged` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`room` text NOT NULL,
	`bytes` blob NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `draft_snapshots` ADD `hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `draft_updates` ADD `hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE TRIGGER `checkpoints_no_update` BEFORE UPDATE ON `checkpoints` BEGIN SELECT RAISE(ABORT, 'a checkpoint never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `checkpoints_no_delete` BEFORE DELETE ON `checkpoints` BEGIN SELECT RAISE(ABORT, 'a checkpoint never changes'); END;
--> statement-breakpoint
INSERT INTO `installation` (`name`, `value`) VALUES ('rights', '0');
--> statement-breakpoint
CREATE TRIGGER `seats_changed` AFTER UPDATE ON `seats` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
--> statement-breakpoint
CREATE TRIGGER `seats_gone` AFTER DELETE ON `seats` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
--> statement-breakpoint
CREATE TRIGGER `rights_given` AFTER INSERT ON `rights` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
--> statement-breakpoint
CREATE TRIGGER `rights_changed` AFTER UPDATE ON `rights` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
--> statement-breakpoint
CREATE TRIGGER `rights_gone` AFTER DELETE ON `rights` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
--> statement-breakpoint
CREATE TRIGGER `sign_ins_changed` AFTER UPDATE ON `sign_ins` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
--> statement-breakpoint
CREATE TRIGGER `sign_ins_gone` AFTER DELETE ON `sign_ins` BEGIN UPDATE `installation` SET `value` = `value` + 1 WHERE `name` = 'rights'; END;
