-- The search index anew: it holds sounds, initials and the ends of telephone numbers beside words
-- (checkin/domain/search_keys.py). Its form is that of version 1; v0002_search_keys.py fills it.
drop table search;
create virtual table search using fts5(
  names, rest, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3', detail = column);
