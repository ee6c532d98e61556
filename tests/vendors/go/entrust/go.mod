module stories

go 1.26.0
