-- What of a file was not read, the sums of its columns, and the taking back of a whole import.
alter table exchange.import add column left_out jsonb not null default '[]';
alter table exchange.import add column sums jsonb not null default '[]';
alter table exchange.import drop constraint import_status_check;
alter table exchange.import add constraint import_status_check
    check (status in ('READING', 'MAPPING', 'COMPARING', 'PREVIEW', 'WRITING', 'DONE', 'FAILED', 'UNDOING', 'UNDONE'));
