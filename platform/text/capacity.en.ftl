### scope: person
# Places that are free, and how old the number is. Every part that has places says it with these words.

capacity-free = { $n } free
capacity-full = Full
capacity-of = { $n ->
    [one] of 1 place
   *[other] of { $n } places
}
capacity-confirmed = Confirmed { $when }
capacity-confirmed-by = Confirmed { $when } by { $who }
capacity-never = Nobody has confirmed this number.
capacity-ageing = This number will soon be old.
capacity-grey = Old number. Call before you count on it.
capacity-call-first = Call before you count on it.
capacity-expected = { $n } more expected { $when }
capacity-call = Call { $name }, { $phone }
