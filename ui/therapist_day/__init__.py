"""Today for whoever treats: who comes next, what was planned, what waits to be finished."""
