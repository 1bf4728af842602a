### scope: person
# Places that are free, and how old the number is. Every part that has places says it with these words.

capacity-free = { $n ->
    [one] 1 ledig
   *[other] { $n } ledige
}
capacity-full = Fullt
capacity-of = { $n ->
    [one] av 1 plass
   *[other] av { $n } plassar
}
capacity-confirmed = Stadfesta { $when }
capacity-confirmed-by = Stadfesta { $when } av { $who }
capacity-never = Ingen har stadfesta talet.
capacity-ageing = Talet er snart gammalt.
capacity-grey = Gammalt tal. Ring før du reknar med det.
capacity-call-first = Ring før du reknar med det.
capacity-expected = { $n ->
    [one] 1 til er venta ledig { $when }
   *[other] { $n } til er venta ledige { $when }
}
capacity-call = Ring { $name }, { $phone }
