-- Why a role was given or ended, where whoever did it said so.

alter table journal.account_change add column grounds text;
