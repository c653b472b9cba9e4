-- The journal: acts, their places in chains, and local tables (reference/sync.md §8, DESIGN §5).
create table me(
  one integer primary key check(one = 1), event_id text not null, station_id text not null, label text not null,
  device text not null, secret blob not null, event_key blob not null, fingerprint text not null,
  last_hlc integer not null, clock_off_ms integer not null default 0, clock_off_at integer);
create table act(
  act_id text primary key, author text not null, kind text not null, v integer not null, hlc integer not null,
  subject text not null, body text not null check(length(body) <= 16384), pii blob, pii_tag blob, sig blob not null,
  batch text) without rowid;
create index act_batch on act(batch) where batch is not null;
create table link(
  station_id text not null, seq integer not null, act_id text not null references act, prev blob not null,
  hash blob not null, primary key(station_id, seq)) without rowid;
create table cursor(
  station_id text primary key, seq integer not null, hash blob not null, acked integer not null default 0,
  pubkey blob) without rowid;
create table erased(subject text primary key) without rowid;
create table touch(subject text not null, act_id text not null, primary key(subject, act_id)) without rowid;
create table setting(key text primary key, value text not null) without rowid;
create table mapping(signature text primary key, value text not null) without rowid;
create table change(one integer primary key check(one = 1), rev integer not null);
insert into change values (1, 0);
create table print_job(
  job text primary key, attendee text not null, kind text not null, template text not null, printer text not null,
  state text not null, cause text not null default '', reason text not null default '', attempts integer not null default 0,
  entry text, at integer not null, changed_at integer not null) without rowid;
create trigger act_append_only before update of act_id, author, kind, v, hlc, subject, body, pii_tag, sig, batch on act
  begin select raise(abort, 'append only'); end;
create trigger act_pii_only_erased before update of pii on act when new.pii is not null
  begin select raise(abort, 'append only'); end;
create trigger act_no_delete before delete on act begin select raise(abort, 'append only'); end;

-- Projections: derived from acts only, rebuilt by `verify`.
create table thing(subject text primary key, type text not null, state text not null, rev integer not null) without rowid;
create table day(day text primary key, closed_hlc integer not null, rev integer not null) without rowid;
create table person(
  n integer primary key, attendee text not null unique, state text not null, name text not null, given text not null,
  family text not null, organisation text not null, city text not null, country text not null, category text not null,
  email text not null, status text not null, badge text not null, badge_code text not null, ticket_code text not null,
  orders text not null, walk_in integer not null, main_n integer not null, main_at integer not null,
  main_day text not null, main_hlc integer not null, last_day text not null, rev integer not null);
create index person_rev on person(rev);
create index person_order on person(orders) where orders <> '';
create index person_expected on person(status, last_day);
create table member(attendee text primary key, canonical text not null) without rowid;
create table code(
  code text not null, attendee text not null, live integer not null, kind text not null, product text not null,
  primary key(code, attendee)) without rowid;
create index code_of on code(attendee);
create table presence(
  door text not null, attendee text not null, day text not null, at integer not null, hlc integer not null,
  primary key(door, attendee)) without rowid;
create index presence_of on presence(attendee);
create table booking(
  door text not null, attendee text not null, state text not null, primary key(door, attendee)) without rowid;
create index booking_of on booking(attendee);
create table conflict(
  id text primary key, kind text not null, attendee text not null, state text not null,
  acknowledged integer not null default 0) without rowid;
create index conflict_of on conflict(attendee);
create table entry(
  act_id text primary key, entry text not null, station text not null, hlc integer not null, kind text not null, at integer not null,
  subject text not null, door text not null, outcome text not null, undone integer not null, operator text not null,
  label text not null, detail text not null, rev integer not null) without rowid;
create index entry_last on entry(station, hlc);
create index entry_of on entry(subject, hlc);
create index entry_id on entry(entry);
create index entry_at on entry(at);
create virtual table search using fts5(
  names, rest, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3', detail = column);
