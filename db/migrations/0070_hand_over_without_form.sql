-- Owner: handover. Whoever moves while something runs is followed by their file, whether or not a form is fixed for where they stand.
alter table handover.sending alter column form drop not null;
alter table handover.departure alter column form drop not null;
comment on column handover.sending.form is 'The number of the form; null where none is fixed for the status';
comment on column handover.departure.form is 'The number of the form; null where none is fixed for the status';
