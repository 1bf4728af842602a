### scope: person
# Papers: what others have sent.

papers-title = Papers
papers-one = A paper
papers-lead = This is what others have sent about you.
papers-empty = Nobody has sent anything about you yet.
papers-to-plan = To your plan
papers-note = Some papers belong to an area, such as My body. If you share the area, they go with it. Only you see the rest.
papers-all-heading = Everything that has come
papers-received-heading = Who it comes from
papers-from = From
papers-from-unknown = Somewhere else
papers-came = { $n ->
    [one] Came { $when }. One paper.
   *[other] Came { $when }. { $n } papers.
}
papers-see-papers = See the papers
papers-back = Back to the papers
papers-older = Show older
papers-pages = More pages
papers-no-day = Without a date
papers-untitled = Without a name
papers-as-it-came = Show everything, as it came
papers-as-it-came-note = This is the whole paper. We have changed nothing.

papers-proposals-heading = Ideas for your plan
papers-proposals-lead = You say yes or no. Nothing goes into the plan by itself.
papers-waiting = { $n ->
    [one] One idea waits for you.
   *[other] { $n } ideas wait for you.
}
papers-you-decide = You decide what goes into the plan.
papers-see-proposals = See the ideas
papers-see-paper = See the paper
papers-no-proposals = No ideas wait for you.
papers-more-proposals = { $n ->
    [one] Answer these, and you will see one more.
   *[other] Answer these, and you will see { $n } more.
}
papers-proposal = An idea
papers-proposal-plan-goal = A goal
papers-proposal-plan-measure = Something to do
papers-proposal-team-member = Someone who helps you
papers-yes = Yes please
papers-yes-to-all = Yes to all { $n }
papers-no-to-all = No to all { $n }
papers-said-yes = { $n ->
    [one] Done. You said yes to one idea.
   *[other] Done. You said yes to { $n } ideas.
}
papers-said-no = { $n ->
    [one] Done. You said no to one idea.
   *[other] Done. You said no to { $n } ideas.
}
papers-undo-until = You can undo it for ten minutes.
papers-undone = Undone. You can answer again.

papers-fact-value = Result
papers-fact-day = Date
papers-fact-contents = This is in it
papers-fact-dose = How to take it
papers-fact-reason = Why
papers-fact-who = Who
papers-fact-note = Note
papers-fact-target = What to reach
papers-fact-expires = Until
papers-fact-amount = Amount
papers-fact-status = Status
papers-fact-from = From
papers-fact-received = Came here
papers-fact-sees = Who can see it
papers-only-you = Only you
papers-you-and = You, and those you share { $area } with

papers-status-active = Goes on now
papers-status-completed = Done
papers-status-finished = Done
papers-status-final = Done
papers-status-resolved = Over
papers-status-inactive = Not now
papers-status-remission = Better
papers-status-available = Exists
papers-status-accepted = Agreed
papers-status-proposed = Proposed
papers-status-planned = Planned
papers-status-in-progress = Under way
papers-status-on-hold = On hold
papers-status-stopped = Stopped
papers-status-cancelled = Cancelled
papers-status-draft = Draft
papers-status-preliminary = Not final
papers-status-amended = Corrected
papers-status-corrected = Corrected
papers-status-unknown = Not known
papers-status-entered-in-error = Written by mistake
papers-status-not-done = Not done

papers-kind-diagnoser = { $n ->
    [one] 1 diagnosis
   *[other] { $n } diagnoses
}
papers-kind-medisiner = { $n ->
    [one] 1 paper about medicine
   *[other] { $n } papers about medicine
}
papers-kind-malinger = { $n ->
    [one] 1 measurement
   *[other] { $n } measurements
}
papers-kind-provesvar = { $n ->
    [one] 1 test result
   *[other] { $n } test results
}
papers-kind-undersokelser = { $n ->
    [one] 1 examination
   *[other] { $n } examinations
}
papers-kind-bilder = { $n ->
    [one] 1 picture
   *[other] { $n } pictures
}
papers-kind-vaksiner = { $n ->
    [one] 1 vaccine
   *[other] { $n } vaccines
}
papers-kind-besok = { $n ->
    [one] 1 visit
   *[other] { $n } visits
}
papers-kind-planer = { $n ->
    [one] 1 plan
   *[other] { $n } plans
}
papers-kind-mal = { $n ->
    [one] 1 goal
   *[other] { $n } goals
}
papers-kind-henvisninger = { $n ->
    [one] 1 order
   *[other] { $n } orders
}
papers-kind-dokumenter = { $n ->
    [one] 1 document
   *[other] { $n } documents
}
papers-kind-folk = { $n ->
    [one] 1 paper about people and places
   *[other] { $n } papers about people and places
}
papers-kind-regninger = { $n ->
    [one] 1 bill
   *[other] { $n } bills
}
papers-kind-om-deg = { $n ->
    [one] 1 paper about who you are
   *[other] { $n } papers about who you are
}
papers-kind-annet = { $n ->
    [one] 1 other paper
   *[other] { $n } other papers
}

refusal-papers-answered = You have answered this one.
refusal-papers-answered-remedy = Look in your plan. You can change it there.
refusal-papers-not-answered = There is nothing to undo here.
refusal-papers-not-answered-remedy = It waits for your answer as before.
refusal-papers-too-late = The ten minutes have gone.
refusal-papers-too-late-remedy = If you said yes, you can take it out in the plan. If you said no, you can write it in yourself.
refusal-papers-in-plan = It stands in the plan now.
refusal-papers-in-plan-remedy = You can take it out in the plan.
refusal-papers-nobody-takes = We have no place for this now.
refusal-papers-nobody-takes-remedy = The paper is here. You can write it into the plan yourself.

## scope: person
# What was done, as the person reads it in the log of who has looked.
papers-log = Looked at your papers
papers-log-papers-answer = Answered something in the papers
papers-log-papers-undo = Undid an answer in the papers
papers-log-papers-import = Took in papers for you
papers-log-papers-forget = Deleted papers that were too old
