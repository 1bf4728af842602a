### scope: person
# Places that are free, and how old the number is. Every part that has places says it with these words.

capacity-free = { $n ->
    [one] 1 ledig
   *[other] { $n } ledige
}
capacity-full = Fullt
capacity-of = { $n ->
    [one] av 1 plass
   *[other] av { $n } plasser
}
capacity-confirmed = Bekreftet { $when }
capacity-confirmed-by = Bekreftet { $when } av { $who }
capacity-never = Ingen har bekreftet tallet.
capacity-ageing = Tallet er snart gammelt.
capacity-grey = Gammelt tall. Ring før du regner med det.
capacity-call-first = Ring før du regner med det.
capacity-expected = { $n ->
    [one] 1 til ventes ledig { $when }
   *[other] { $n } til ventes ledige { $when }
}
capacity-call = Ring { $name }, { $phone }
