"""The Desk page's views: plain values in, signals out; the controller (gui/pages/desk_page.py) drives them.

    from checkin.gui.theme import theme; theme().apply_to(app, "light")    # before the first widget; later set_mode(…)
    metrics = layout_metrics.metrics_for(window.width(), window.height())  # in resizeEvent, then set_metrics(metrics)
                                                                           # of Rail, DeskView, StatusStrip, TopBar

DeskView        .left LeftPane, .cards CardStack, set_metrics(m)
LeftPane        set_entries(entries) show_results(people, query) show_acts() clear_search() set_camera(on)
                set_usable(bool) searching; .search (QLineEdit) .results.current_attendee()
                .camera.set_frame(QImage, quads, mirrored) .camera.set_words(name, words, good)
                .undo_strip.show_taken_back(text, [(reason id, words)], chosen=0) .undo_strip.choose(n)
                signals search_changed(str) search_entered(str) search_escaped() person_highlighted(attendee)
                person_pressed(attendee) walk_in_requested() camera_toggled(bool) undo_requested()
                undo_reason_chosen(reason id) entry_opened(entry id)
CardStack       show_page("ready" "person" "verdict" "walk_in" "first_run" "group" "correct" "instead_of"
                "note" "same_person"), page, choose(n) for Ctrl n, open_more() for F10, page_changed(str); each page is
                an attribute of its name
ReadyView       set_door(door, event) set_figures([(heading, number, line)] * 3) set_title(title, hint)
PersonView      show_card(card, verb: Act, secondary, head, more, facts, today) set_verb(act)
                deliver() for Ctrl T, open_more() for F10
                signals verb_pressed() act_requested(act id) note_delivered(entry)
VerdictView     show_result(ScanResult, acts, stays=None, time=None) set_reason(reason, way_out) choose(n) stop()
                signals act_requested(act id) candidate_chosen(attendee) time_ran_out()
WalkInView      begin(given, family) set_acts(verb, secondary) set_categories(names, chosen) set_twins(people)
                set_fault(field, sentence) choose(n) request(act id) value() -> WalkIn
                signals changed(WalkIn) add_requested(WalkIn, act id) twin_chosen(attendee) closed()
InsteadOfView   for_card(card, given, family) and what WalkInView has, no categories
GroupView       show_group(companions, attendee, order, prints, shut) refresh(companions, shut) tick_all() tick_none()
                toggle(row) ticked request() choose(n); signals check_in_requested(attendees) closed()
CorrectView     begin(card, categories, prints, contacts) changes() set_fault(field, sentence) request(act id)
                signals save_requested({field: value}, print) closed()
NoteView        begin(card) show_notes(notes) deliver() request() choose(n)
                signals note_requested(text, at_scan) delivered(entry) closed()
SamePersonView  show_pair(card, card) request(act id); signals merged(attendee, attendee) closed()
Panel           what the forms have in common: heading, body, verb, quieter ways, closed()
FirstRunView    signals import_requested() files_dropped(paths) demo_requested()
Around the page Rail.set_pages([RailPage(key, icon, word)]) set_current(key) show_numbers(bool); page_chosen(key)
                StatusStrip.set_operator(name, desk) set_items([StripState(key, state, word, detail, icon)])
                set_clock(text); lock_requested() item_opened(key)
                TopBar.show_fault(sentence, advice, [(id, words)], icon, tone) clear(); act_requested(id)

An Act(id, text, icon, key, shut) is one button; checkin.gui.pages.desk.acts makes the usual ones with their keys.
Keys are only printed on buttons: the controller binds them (acts.SEQUENCES gives QKeySequence texts). The views
themselves answer Up, Down, Page, Enter and Esc in the search field, Enter in the forms, and Space, Enter, Ctrl A and
Ctrl D in the list of a group.
Times are shown as given: hand in datetimes of the event's zone.
"""
