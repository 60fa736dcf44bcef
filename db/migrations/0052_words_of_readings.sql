-- Owner: cases. What is said of a reading may name somebody: the ground of an opening, what was found when reader and person were
-- compared, the reason of a review or an answer, and which question it was. It is sealed like the rest, so that a back-up tells none
-- of it. What was written in the clear before, which no release had, is let go.
alter table cases.opening drop column ground, drop column facts, add column sealed bytea;
comment on column cases.opening.sealed is 'The ground, and facts for the rules about odd readings (own-name, neighbour …; JSON), sealed with a key that follows from that of the blind index; null once erased or handed over';

alter table cases.emergency alter column reason type bytea using case when reason is not null then ''::bytea end;
comment on column cases.emergency.reason is 'Why, in words, sealed with the same key as what was said; empty once that is erased';

delete from cases.reading_question;
alter table cases.reading_question drop column rule, drop column about,
  alter column reason type bytea using null,
  add column sealed bytea not null,
  add column once bytea not null,
  add constraint reading_question_once unique (commune_id, once);
comment on column cases.reading_question.sealed is 'Which rule it follows (JSON), sealed with a key that follows from that of the blind index: a rule about names tells of a name';
comment on column cases.reading_question.once is 'Keyed hash of the rule and of what it is about (an opening; a reader and a night), so that it is asked once';
comment on column cases.reading_question.reason is 'What came of it, in words, sealed alike; empty once that is erased';

-- As in 0035 and 0037, with the words sealed.
create or replace function cases.leave_stub(of_commune uuid, of_file uuid, by_sending uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  purpose text := current_setting('cases.purpose', true);
  of_person uuid;
begin
  if purpose is distinct from 'hand-over' or not cases.is_open_for(of_commune) then
    raise insufficient_privilege using message = 'the files of this commune are not open to be handed over';
  end if;
  perform set_config('cases.purpose', 'leave-stub', true);
  update cases.file set handed_over = by_sending, status = null, status_since = null, next_due_at = null, version = version + 1
    where commune_id = of_commune and id = of_file and cases.file.handed_over is null returning person_id into of_person;
  if of_person is null then
    raise no_data_found using message = 'there is no such file to hand over';
  end if;
  delete from cases.event where commune_id = of_commune and file_id = of_file;
  update cases.opening set sealed = null where commune_id = of_commune and file_id = of_file;
  delete from cases.opening where commune_id = of_commune and file_id = of_file
    and not exists (select from cases.emergency where emergency.commune_id = of_commune and emergency.opening_id = opening.id);
  if not exists (select from cases.file where commune_id = of_commune and person_id = of_person and cases.file.handed_over is null) then
    delete from cases.person_word where commune_id = of_commune and person_id = of_person;
    update cases.person set wrapped_key = null, master_key = null, sealed = null, version = version + 1
      where commune_id = of_commune and id = of_person;
  end if;
  perform set_config('cases.purpose', purpose, true);
end
$$;
create or replace function cases.pointers_go_along() returns trigger language plpgsql as $$
begin
  update cases.file set handed_over = new.handed_over, version = version + 1
    where commune_id = new.commune_id and merged_into = new.id and handed_over is null;
  if new.merged_into is null then return null; end if;
  delete from cases.event where commune_id = new.commune_id and file_id = new.id;
  update cases.opening set sealed = null where commune_id = new.commune_id and file_id = new.id;
  delete from cases.opening where commune_id = new.commune_id and file_id = new.id
    and not exists (select from cases.emergency where emergency.commune_id = new.commune_id and emergency.opening_id = opening.id);
  update cases.person set wrapped_key = null, master_key = null, sealed = null, version = version + 1
    where commune_id = new.commune_id and id = new.person_id and not exists (
      select from cases.file where file.commune_id = new.commune_id and file.person_id = new.person_id and file.handed_over is null);
  return null;
end $$;

-- Of a command about a file the product kept a plain hash of what was sent, by which guesses of a name can be tried: it keeps a keyed
-- one now (platform/server/claim.ts).
update command set content_hash = sha256(gen_random_uuid()::text::bytea) where operation like 'cases.%' or operation like 'handover.%';
