### scope: person
# Sharing: who, what, why, until when. Short sentences, since they are read on a phone, often in a bad hour.

consents-menu = Sharing
consents-lead = Who may see your plan? Choose one at a time. You can change your mind whenever you like.
consents-nobody = Nobody but you sees the plan now.
consents-back = Back to Sharing

consents-changed-title = What you changed in the last week
consents-changed-lead = Is it right? If not, you can undo it here.
consents-confirmed = You have said that it is right
consents-right = It is right
consents-new-device = { $when }. Made just after you came in anew.
consents-is-right = Is it right?
consents-undo-week = You can undo this for a week.

consents-you-decide = You decide
consents-no-services = There are no services here now.
consents-share-with-another = Share with one more
consents-receivers-lead = Choose whom to share with. You see what they will see before you share.
consents-your-contact = { $name }, your contact
consents-sees = Sees
consents-sees-not = Does not see
consents-why = Why?
consents-until-when = Until when?
consents-nothing = Nothing now.
consents-everything = Everything.
consents-everything-but = Everything but { $areas }.
consents-until = Until { $day }. We ask you before it ends.
consents-until-serving = As long as you go there, until { $day }. We ask you before it ends.
consents-ends-soon = This ends soon. Do you want to go on sharing?
consents-card-blocked = You have blocked this person, who sees nothing now.
consents-change = Change
consents-change-with = Change what you share with { $who }
consents-choose = Choose what they can see
consents-stop = Stop sharing
consents-stop-with = Stop sharing with { $who }

# awaiting sign-off: legal (M8)
consents-law-decides = The law decides
# awaiting sign-off: legal (M8)
consents-law-text = If your life is in danger, health workers can see what they need to help you. You are told afterwards. A few times staff must tell others. One example is a child in danger.
consents-law-more = Read more about what the law says
# awaiting sign-off: legal
consents-law-lead = You decide most things. Some things hold whatever you choose here.
consents-law-danger = When a life is in danger
# awaiting sign-off: legal
consents-law-danger-text = Then health workers can open what they must know about body, medicines, mental health and safety. They must write why. You see it at the top of Home. The privacy contact looks at it the next working day. Someone you have blocked cannot open.
consents-law-record = What they write themselves
# awaiting sign-off: legal
consents-law-record-text = Each service must write down what it does. We cannot take that away here. You can ask to read it and have mistakes put right.
consents-law-colleagues = When health workers help you together
# awaiting sign-off: legal
consents-law-colleagues-text = They can share what is needed to give you the right help. You can say no to that. You do it under Sharing.
consents-law-duty = When staff must tell
# awaiting sign-off: legal
consents-law-duty-text = It holds when a child is in danger. It also holds when someone may be killed or badly hurt.
consents-law-police = The police
# awaiting sign-off: legal
consents-law-police-text = The police have no access here.

consents-say-no = More you can say no to
consents-block-title = Do not let an employee see more
consents-block-short = It holds at once, also in an emergency.
consents-blocked-are = Blocked now: { $names }
consents-close-title = Close something to everyone
consents-close-short = Nobody you share with sees it.
consents-closed-are = Closed now: { $areas }
consents-object-title = Say no to sharing between health workers
consents-object-short = They only see that something may be missing.
consents-objected-is = You have said no.
consents-records-title = What you have said yes to
consents-records-short = To have a plan, and that those who help you talk together.

consents-share-with = Share with { $who }
consents-what = What may { $who } see?
consents-detail-medicines = What you get, and when you collect it
consents-detail-safety = What helps when things are hard
consents-end-week = One week
consents-end-serving = As long as I go here, until { $day }
consents-end-long = For six months, until { $day }
consents-end-date = A date I choose
consents-date = Which date?
consents-date-help = Only if you want to choose it yourself. Write it like this: 1.6.2027
consents-see = See the plan as { $who } will see it
consents-nothing-yet = Nothing happens before you share.
consents-alone = Only with one of them
consents-alone-with = Share only with { $name }
consents-preview-title = This is how { $who } sees your plan
consents-preview-lead = This is how it will be. { $who } sees it only when you share.
consents-preview-note = Preview
consents-preview-nothing = { $who } sees nothing of the plan.
consents-you-share = This is what you share
consents-held-back = This is not shown now, because you have said no to it: { $areas }.
consents-do-not-share = Do not share
consents-choose-again = Choose again
consents-can-stop = You can stop whenever you like. We cannot take away what { $who } has written in its own records.

consents-who-municipality = the municipality
consents-who-mo-centre = the MO centre
consents-who-gp-office = the GP
consents-who-nav = NAV
consents-who-lar-clinic = the LAR clinic
consents-who-lar-outlet = the LAR hatch
consents-who-pharmacy = the pharmacy
consents-who-detox = the detox ward
consents-who-tsb-clinic = the outpatient clinic
consents-who-consumption-room = the consumption room
consents-who-drug-checking = the drug checking service
consents-who-outreach = the outreach team
consents-who-housing = the housing service
consents-who-dental = the dental clinic
consents-who-voluntary = the volunteers
consents-who-advisory-unit = the advisory unit
consents-who-next-of-kin = the one you have invited

consents-why-municipality = So that the coordinator can keep things together for you.
consents-why-mo-centre = So that the MO centre can follow up with you.
consents-why-gp-office = So that the doctor can give you the right medicine.
consents-why-nav = So that NAV can help you with money and housing.
consents-why-lar-clinic = So that the doctor can give you the right LAR medicine.
consents-why-lar-outlet = So that you get the right medicine at the hatch.
consents-why-pharmacy = So that the pharmacy can give you the right medicine.
consents-why-detox = So that you get safe help with them.
consents-why-tsb-clinic = So that the one who treats you knows what you want.
consents-why-consumption-room = So that they can look after you when you are there.
consents-why-drug-checking = So that they know what you ask about.
consents-why-outreach = So that the team can meet you where you are.
consents-why-housing = So that you get help to live at home.
consents-why-dental = So that the dentist knows what you need.
consents-why-voluntary = So that they know what you wish for.
consents-why-advisory-unit = So that they know what you wish for.
consents-why-next-of-kin = So that those close to you can support you.

consents-done = Done
consents-undone = Undone
consents-done-shared = { $Who } now sees: { $areas }.
consents-done-changed = { $Who } now sees: { $areas }.
consents-done-stopped = { $Who } no longer sees your plan.
consents-done-blocked = { $Who } sees nothing more about you here.
consents-done-lifted = { $Who } is no longer blocked.
consents-done-closed = Closed to everyone: { $areas }.
consents-done-opened = Open again: { $areas }.
consents-done-objected = You have said no to sharing between health workers.
consents-done-took-back = You have taken back your no.
consents-done-gave-plan = You have said yes to having a plan.
consents-done-gave-confidential = You have said yes to those who help you talking together.
consents-done-withdrew-plan = You have taken back your yes to having a plan.
consents-done-withdrew-confidential = You have taken back your yes to their talking together.
consents-told-shared = { $Who } sees it the next time the plan is opened. We send no message.
consents-told-changed = { $Who } sees it the next time the plan is opened. We send no message.
consents-told-stopped = We cannot take away what { $who } has written in its own records. You can ask to see it. They only see that the sharing has ended.
consents-told-blocked = It holds in an emergency, too. Only you and the privacy contact can see it. You can lift it whenever you like.
consents-told-lifted = We tell nobody.
consents-told-closed = Those who have written something there still see what they wrote. We tell nobody.
consents-told-opened = Those you share this with see it again. We send no message.
consents-told-objected = They do not see what you have shared about health. They only see that something may be missing.
consents-told-took-back = They see again what you have shared about health. We send no message.
consents-told-gave-plan = We send no message. You can take it back whenever you like.
consents-told-gave-confidential = We send no message. You can take it back whenever you like.
consents-told-withdrew-plan = It holds from now. The plan stays here. You can say yes again whenever you like.
consents-told-withdrew-confidential = It holds from now. We cannot take away what they have shared already.

consents-made-shared = You shared with { $who }: { $areas }.
consents-made-changed = You changed what { $who } sees to: { $areas }.
consents-made-stopped = You stopped sharing with { $who }.
consents-made-blocked = You blocked { $who }.
consents-made-lifted = You lifted the block on { $who }.
consents-made-closed = You closed to everyone: { $areas }.
consents-made-opened = You opened again: { $areas }.
consents-made-objected = You said no to sharing between health workers.
consents-made-took-back = You took back your no to sharing between health workers.
consents-made-gave-plan = You said yes to having a plan.
consents-made-gave-confidential = You said yes to those who help you talking together.
consents-made-withdrew-plan = You took back your yes to having a plan.
consents-made-withdrew-confidential = You took back your yes to their talking together.

consents-no = No, not now
consents-ask-stop = Stop sharing with { $who }?
consents-text-stop = Then { $who } no longer sees your plan. It holds at once.
consents-more-stop = We cannot take away what { $who } has written in its own records.
consents-yes-stop = Yes, stop sharing
consents-ask-block = Block { $who }?
consents-text-block = Then { $who } sees nothing about you here. It holds at once, also in an emergency.
consents-more-block = Only you and the privacy contact can see it.
consents-yes-block = Yes, block
consents-ask-lift = Lift the block on { $who }?
consents-text-lift = Then { $who } sees again what you share.
consents-yes-lift = Yes, lift it
consents-ask-close = Close { $areas }?
consents-text-close = Then nobody you share with sees this. It holds at once.
consents-more-close = Those who have written something there see what they wrote. If your life is in danger, health workers can open what is about health and safety.
consents-yes-close = Yes, close
consents-ask-open = Open { $areas } again?
consents-text-open = Then those you share this with see it again.
consents-yes-open = Yes, open
consents-ask-object = Say no to sharing between health workers?
# awaiting sign-off: legal
consents-text-object = Health workers can share what is needed to help you. You have the right to say no.
# awaiting sign-off: legal
consents-more-object = Then they do not see what you have shared about health. They only see that something may be missing. If your life is in danger, your no does not hold.
consents-yes-object = Yes, I say no to it
consents-ask-take-back = Take back your no?
consents-text-take-back = You have said no to sharing between health workers. If you take it back, they see again what you have shared about health.
consents-yes-take-back = Yes, take it back
consents-ask-give-plan = Do you want a plan?
consents-text-give-plan = Then you and those who help you make a plan together. You own it.
consents-more-give-plan = Nobody sees more because you say yes. You choose who sees the plan under Sharing.
consents-yes-give-plan = Yes, I want a plan
consents-ask-give-confidential = May those who help you talk together?
# awaiting sign-off: legal
consents-text-give-confidential = What you tell them they have a duty to keep to themselves. If you say yes, they can share what the plan needs.
consents-more-give-confidential = They see no more of the plan here because you say yes.
consents-yes-give-confidential = Yes, they may talk together
consents-ask-withdraw-plan = Take back your yes to having a plan?
consents-text-withdraw-plan = It holds at once. The plan stays here, and you can say yes again.
consents-yes-withdraw-plan = Yes, take it back
consents-ask-withdraw-confidential = Take back your yes to their talking together?
consents-text-withdraw-confidential = It holds at once. We cannot take away what they have shared already.
consents-yes-withdraw-confidential = Yes, take it back

consents-records-lead = These are two different things. You can take back one without the other.
consents-record-plan = To have a plan
consents-record-text-plan = You and those who help you make a plan together.
consents-record-give-plan = Say yes to having a plan
consents-record-end-plan = Take back your yes to a plan
consents-record-confidential = That those who help you talk together
consents-record-text-confidential = They can share what the plan needs, although they have a duty to keep it to themselves.
consents-record-give-confidential = Say yes to their talking together
consents-record-end-confidential = Take back your yes to their talking together
consents-record-yes = You said yes { $day }.
consents-record-no = You have not said yes.
consents-record-was = Yes from { $from } to { $to }.

consents-block-lead = Choose among those who help you, or who have looked at what you share.
consents-blocked-title = These see nothing now
consents-blocked-since = blocked { $day }
consents-lift = Lift
consents-lift-one = Lift the block on { $name }
consents-met-title = Whom do you want to block?
consents-met-nobody = No employees are linked to you now.
consents-looked = looked at something { $day }
consents-block-one = Block { $name }

consents-close-lead = Nobody you share with sees what you close. It holds until you open it again.
consents-closed-title = Closed now
consents-close-which = What do you want to close?
consents-open = Open
consents-open-one = Open { $area }

consents-opened = { $name }, { $workplace }, opened in an emergency { $when }
consents-opened-areas = Opened: The body. Medicines and LAR. Mental health. Safety.
consents-reason = Reason:
consents-opened-until = It is open until { $when }.
consents-opened-over = It is closed again.
consents-opened-review = The privacy contact will look at it.
consents-opened-reviewed = The privacy contact has looked at it.
consents-opened-seen = I have seen it
consents-ending = You share with { $who } until { $day }.
consents-ending-ask = Do you want to go on sharing?

refusal-consents-nothing-chosen = Choose at least one thing.
refusal-consents-nothing-chosen-remedy = Tick what you mean.
refusal-consents-date-past = Choose a date ahead in time.
refusal-consents-date-past-remedy = The first day you can choose is tomorrow.
refusal-consents-too-long = You can share for one year at a time.
refusal-consents-too-long-remedy = Choose a nearer date.
refusal-consents-area-closed = You have closed this to everyone.
refusal-consents-area-closed-remedy = Open it first, under “Close something to everyone”.
refusal-consents-nothing-changed = You share like this already.
refusal-consents-nothing-changed-remedy = Choose something else, or go back.
refusal-consents-cannot-receive = They cannot be shown anything here.
refusal-consents-cannot-receive-remedy = What you want them to know, you can tell them yourself.
refusal-consents-receiver-blocked = You have blocked this person.
refusal-consents-receiver-blocked-remedy = Lift the block first.
refusal-consents-already-ended = The sharing has ended already.
refusal-consents-already-ended-remedy = You need not do anything.
refusal-consents-already-blocked = This person is blocked already.
refusal-consents-already-blocked-remedy = You need not do anything.
refusal-consents-not-blocked = This person is not blocked.
refusal-consents-not-blocked-remedy = You need not do anything.
refusal-consents-already-closed = This is closed already.
refusal-consents-already-closed-remedy = You need not do anything.
refusal-consents-not-closed = This is not closed.
refusal-consents-not-closed-remedy = You need not do anything.
refusal-consents-already-objected = You have said no already.
refusal-consents-already-objected-remedy = You need not do anything.
refusal-consents-not-objected = You have not said no.
refusal-consents-not-objected-remedy = You need not do anything.
refusal-consents-already-given = You have said yes already.
refusal-consents-already-given-remedy = You need not do anything.
refusal-consents-not-given = You have not said yes to this.
refusal-consents-not-given-remedy = You need not do anything.
refusal-consents-already-undone = This is undone already.
refusal-consents-already-undone-remedy = Go to Sharing to see how it is now.
refusal-consents-overtaken = You have changed this again since.
refusal-consents-overtaken-remedy = Go to Sharing and change it there.
refusal-consents-undo-too-late = It is too long ago to undo here.
refusal-consents-undo-too-late-remedy = Go to Sharing and change it there.
refusal-consents-nothing-left = What you shared before would have ended by now.
refusal-consents-nothing-left-remedy = Go to Sharing and share again.

## scope: staff

consents-menu-reviews = Emergency openings
consents-sharing-ended = The sharing has ended.
consents-open-until = Opened in an emergency until { $when }. The person is told.
consents-emergency-link = Is a life in danger? Open in an emergency
consents-emergency-title = Open in an emergency
consents-emergency-back = People
consents-emergency-lead = Only when life or health is in serious danger, and the person cannot be asked.
consents-emergency-areas = You see what the person has in the plan about body, medicines, mental health and safety. Nothing else.
consents-emergency-hours = It closes by itself after { $hours } hours.
consents-emergency-told = The person sees that you opened, and what you write. The privacy contact looks at it the next working day.
consents-emergency-reason = Why do you open?
consents-emergency-reason-help = At most 80 characters. The person can read this.
consents-emergency-open = Open now
consents-reviews-lead = Each emergency opening must be looked at by the next working day. You see who opened, not whom it was about. Call the employee and ask.
consents-reviews-waiting = Waiting
consents-reviews-late = Past the deadline
consents-reviews-month = Last 30 days
consents-reviews-none = No emergency openings are waiting.
consents-reviews-done = Looked at
consents-reviews-wait = { $n ->
    [one] 1 emergency opening is waiting
   *[other] { $n } emergency openings are waiting
}
consents-reviews-are-late = { $n ->
    [one] 1 is past the deadline
   *[other] { $n } are past the deadline
}
consents-review-line = Opened { $opened }. Closes { $closes }.
consents-review-due = Case { $number }. Deadline { $due }.
consents-late = Past the deadline
consents-verdict-in-order = In order
consents-verdict-followed-up = To be followed up
consents-reviews-blocks = Blocked employees
consents-reviews-blocks-lead = People can block an employee. You see how many, not who.
consents-persons = { $n ->
    [one] 1 person
   *[other] { $n } people
}
refusal-consents-cannot-open = This cannot be opened.
refusal-consents-cannot-open-remedy = Give the help that is needed. Call 113 when a life is in danger.
refusal-consents-already-open = You have opened already.
refusal-consents-already-open-remedy = Go to People. It is open until the deadline.
refusal-consents-already-reviewed = Someone has looked at this already.
refusal-consents-already-reviewed-remedy = Choose one that is waiting.

## scope: person
# What was done, as the person reads it in the log of who has looked.
consents-log = Looked at your sharing
consents-log-share = Shared something
consents-log-stop = Stopped sharing
consents-log-undo = Undid a change
consents-log-confirm = Said that it is right
consents-log-block = Blocked an employee
consents-log-lift = Lifted a block
consents-log-close = Closed something to everyone
consents-log-open = Opened something again
consents-log-object = Said no to sharing
consents-log-take-back = Took back a no
consents-log-give-plan = Said yes to having a plan
consents-log-give-confidential = Said yes to their talking together
consents-log-withdraw-plan = Took back a yes
consents-log-withdraw-confidential = Took back a yes
consents-log-record = Said yes to something
consents-log-open-emergency = Opened because life was in danger
consents-log-see-emergency = Saw that somebody had opened in an emergency
consents-log-review = Reviewed an emergency opening
