### scope: person
# Who has looked, why, and what one can do about it. Read in a moment of doubt: say who and when, and that asking is fine.

access-log-title = Who has looked at your plan?
access-log-short = Who has looked
access-log-lead = { $n ->
    [one] One other has looked at something here.
   *[other] { $n } others have looked at something here.
}
access-log-nobody = Nobody else has looked at anything here.
access-log-empty = Lines come here when somebody looks at something about you.
access-log-older = See older
access-log-newest = To the newest
access-log-print = Print
access-log-printed = Printed { $when }.

access-log-emergency = Opened because your life was in danger
access-log-emergency-when = It was { $when }.
access-log-emergency-until = Open until { $when }.
access-log-emergency-over = It is closed now.
access-log-emergency-review = The privacy contact is looking at it.
access-log-emergency-reviewed = The privacy contact has looked at it.
access-log-emergency-seen = I have seen this

access-log-you = You yourself
access-log-machine = Varde
access-log-machine-detail = all by itself
access-log-relative = Someone you share with
access-log-own-folded = { $n ->
    [one] Once.
   *[other] { $n } times.
}
access-log-machine-folded = { $did } { $n ->
    [one] Once.
   *[other] { $n } times.
} No human being saw anything.

access-log-and = { $first } and { $last }
access-log-and-more = { $first } and { $n ->
    [one] once more
   *[other] { $n } times more
}
access-log-did-when = { $did } { $times }.
access-log-did-look = Looked at something about you
access-log-did-listed = Saw your name on a list
access-log-did-changed = Did something that is about you
access-log-did-refused = Tried to do something, but it did not work
access-log-did-denied = Tried, but was not let in
access-log-more = And { $n } more things the same day.

access-log-attested = Authorised as
access-log-hpr = HPR number { $number }
access-log-when = When
access-log-what = What
access-log-open = Open:
access-log-was-open = This was open
access-log-open-all = All of the plan.
access-log-open-all-but = All but { $areas }.
access-log-open-areas = { $areas }.
access-log-open-nothing = Only who you are. Nothing of the plan.
access-log-open-question = Only what you asked about. Not your name.
access-log-open-own-records = Only what the service itself has written.
access-log-open-and-own-records = { $open } And what the service itself has written.

access-log-why = Reason:
access-log-reason = Reason
access-log-why-said = “{ $words }”
access-log-why-contact = Is your contact.
access-log-why-coordinator = Is your coordinator.
access-log-why-responsible = Is responsible for the help you get there.
access-log-why-substitute = Stands in for the one who is responsible.
access-log-why-treatment = The job is to give you health care.
access-log-why-coordination = The job is to make your help hang together.
access-log-why-service = The job is to help you where you go.
access-log-why-support = Supports you, as you have asked for.
access-log-why-administration = The job is to see that all goes as it should.
access-log-why-help = You asked for help.
access-log-why-asked = You asked, and will get an answer.
access-log-why-own = It was you yourself.
access-log-why-machine = Varde did its job.

access-log-ground = What it rests on
access-log-ground-grant = You shared this on { $date }.
access-log-ground-shared = You had shared this.
access-log-ground-own = This is yours.
access-log-ground-relation = You go there. Then they see who you are.
access-log-ground-written-here = The law: they have to write down what they do.
access-log-ground-emergency = The law: danger to life.
access-log-ground-no-person = It does not say whom it is about.
access-log-ground-asked = You asked about this.
access-log-ground-machine = The law: you are to get what you ask for.
access-log-ground-unknown = The log does not say on what.
access-log-ground-silence = You have not shared anything with them.
access-log-ground-erased = Everything about you is deleted.
access-log-ground-blocked = You have blocked this person.
access-log-link-detail = Opened with a link you have said yes to
access-log-why-link = To answer what you have asked for.
access-log-ground-by-link = You said yes to their getting a link.
access-log-ground-role-never = In that job nobody may see such things.
access-log-ground-area-closed = You have closed this.
access-log-ground-objection = You have said no to sharing.
access-log-ground-protected-address = Your address is protected.
access-log-ground-age = Your age means that they may not see.
access-log-ground-wall = It is closed to them.
access-log-ground-not-shared = You have not shared this.

access-log-role-next-of-kin = next of kin
access-log-role-volunteer = volunteer
access-log-role-coordinator = coordinator
access-log-role-mo-nurse = works at the centre
access-log-role-gp = GP
access-log-role-nav = adviser
access-log-role-lar-doctor = doctor in LAR
access-log-role-lar-outlet = hands out medicine
access-log-role-pharmacy = at the pharmacy
access-log-role-detox-nurse = nurse
access-log-role-tsb = therapist
access-log-role-room-staff = at the consumption room
access-log-role-drug-checker = takes samples
access-log-role-outreach = is out among people
access-log-role-housing = helps with housing
access-log-role-dental = dentist
access-log-role-child-responsible = looks after children of those we help
access-log-role-advisory-unit = adviser
access-log-role-leader = leader
access-log-role-privacy-contact = privacy contact
access-log-role-admin = keeps the system going

access-log-wonder = I wonder about this
access-log-wonder-about = I wonder about this: { $name }
access-log-wonder-title = Is there something you wonder about?
access-log-wonder-how = Choose what you wonder about, and ask.
access-log-answer-from = { $n ->
    [one] You get an answer within one day, from { $name } at { $workplace }.
   *[other] You get an answer within { $n } days, from { $name } at { $workplace }.
}
access-log-answer-from-someone = { $n ->
    [one] You get an answer within one day, from the privacy contact.
   *[other] You get an answer within { $n } days, from the privacy contact.
}
access-log-ask-title = Do you want to ask?
access-log-words = What do you wonder about?
access-log-words-help = You may leave it empty. Only the privacy contact sees what you write.
access-log-ask = Send the question
access-log-asked-already = You have asked about this. The answer is on its way.
access-log-to-question = See the question
access-log-your-questions = What you have asked about
access-log-asked-on = You asked { $when }
access-log-answered-on = The answer came { $when }.
access-log-due = The answer comes at the latest { $when }.
access-log-late = The answer should have been here now. That is our fault.
access-log-question-title = Your question
access-log-sent = The question is sent.
access-log-you-asked = This is what you asked about
access-log-answer-by = Answer from { $name }
access-log-have-read = I have read it
access-log-answers-title = You have got an answer
access-log-answered-by = { $name } answered { $when }

access-log-stop-title = Should somebody see no more?
access-log-stop-text = You can close for one person. It holds at once. Only you and the privacy contact know.
access-log-stop-choose = Choose whom you want to close for
access-log-stop-sharing = Stop sharing with { $name }
access-log-block = Let this person see no more
access-log-blocked = Done. { $name } sees nothing more about you.
access-log-blocked-who-knows = Only you and the privacy contact know.
access-log-lift = Let the person see again

access-log-new-none = Nobody new has looked.
access-log-new-since = { $n ->
    [one] One look since you were last here.
   *[other] { $n } looks since you were last here.
}
access-log-new-month = { $n ->
    [one] One look in the last 30 days.
   *[other] { $n } looks in the last 30 days.
}
access-log-new-many = { $n ->
    [one] One look or more since last time.
   *[other] { $n } looks or more since last time.
}

access-log-log = Read your question
access-log-log-ask = Asked about a look
access-log-log-block = Closed for an employee
access-log-log-see-emergency = Saw that somebody had opened in an emergency
access-log-log-read-answer = Read an answer
access-log-log-answer = Answered what you wondered about
access-log-log-ask-employee = Asked an employee
access-log-log-tally = Counted looks
access-log-log-forget = Deleted old counts

refusal-access-log-nobody-looked = There is nobody to ask about here.
refusal-access-log-nobody-looked-remedy = It was you yourself, or Varde, who did this.
refusal-access-log-already-asked = You have asked about this already.
refusal-access-log-already-asked-remedy = The answer is on its way. You find it under Who has looked.
refusal-access-log-many-questions = You have many questions that wait.
refusal-access-log-many-questions-remedy = Wait for an answer to some of them. If it is urgent, call your contact.
refusal-access-log-no-answer-yet = The answer has not come yet.
refusal-access-log-no-answer-yet-remedy = Come back in a few days.
refusal-access-log-nobody-to-block = There is nobody to close for here.
refusal-access-log-nobody-to-block-remedy = You can stop sharing under Sharing.

## scope: staff

access-log-menu-questions = Questions
access-log-questions-lead = What people wonder about in their log. You see what it is about, not who asks and not what was there.
access-log-questions-wait = { $n ->
    [one] One question waits for an answer
   *[other] { $n } questions wait for an answer
}
access-log-questions-late = { $n ->
    [one] One is late
   *[other] { $n } are late
}
access-log-waiting = Waiting for an answer
access-log-waiting-none = No questions wait.
access-log-is-late = Late
access-log-done = Answered in the last 30 days
access-log-about-nobody = No one employee
access-log-case = Case { $number }
access-log-case-due = Case { $number }. Due { $when }
access-log-case-answered = Case { $number }. Answered { $when }
access-log-case-lead = Somebody wonders what { $about } did.
access-log-case-what = This is how it stands in the log of whoever asks
access-log-case-by = Answer by
access-log-case-words = The person's own words
access-log-case-no-words = The person wrote nothing. Explain why the look took place.
access-log-case-answer = The answer
access-log-case-write = Write the answer
access-log-case-help = Plain words and short sentences. Say what happened and why. At most 1000 characters.
access-log-case-send = Send the answer
access-log-findings = Worth a question
access-log-findings-lead = { $n ->
    [one] Counts from the last day. A count does not say that anything is wrong. Ask the one it is about.
   *[other] Counts from the last { $n } days. A count does not say that anything is wrong. Ask the one it is about.
}
access-log-findings-none = Nothing stands out.
access-log-finding-many-persons = { $n ->
    [one] Looked at one person { $about }.
   *[other] Looked at { $n } persons { $about }.
}
access-log-finding-same-person = { $n ->
    [one] Looked at the same person (number { $about }) once without writing anything.
   *[other] Looked at the same person (number { $about }) { $n } times without writing anything.
}
access-log-finding-night = { $n ->
    [one] One look at night{ $about }.
   *[other] { $n } looks at night{ $about }.
}
access-log-finding-denied = { $n ->
    [one] Tried to see something once without being let in{ $about }.
   *[other] Tried to see something { $n } times without being let in{ $about }.
}
access-log-have-asked = I have asked
access-log-spoken = You asked { $when }
refusal-access-log-already-answered = Somebody has answered this already.
refusal-access-log-already-answered-remedy = Load the page again to see the answer.
