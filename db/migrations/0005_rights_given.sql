ALTER TABLE `rights` ADD `given_by` text;--> statement-breakpoint
ALTER TABLE `rights` ADD `ended_by` text;