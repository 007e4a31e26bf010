"""Goals: wordings and versions, scores and help, attainment, what families rate, charts, paper."""
