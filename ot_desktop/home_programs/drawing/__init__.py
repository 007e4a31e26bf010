"""Draws the activities' pictures: people with looks in poses, things, places, and scenes of them.

The files in ``resources/drawings`` are what ``scenes.draw`` returns with each scene's own child;
``python -m ot_desktop.home_programs.drawing`` writes them. Scenes live in modules whose names end
with ``_scenes`` and are listed in the module's ``SCENES``. Most are a figure and some things:

    def pour_the_milk(child: Look) -> Picture:
        p = settings.room("sand")
        one = Figure(p, child, poses.STANDING, (80, 172))
        one.body(gaze=(0.8, 0.4))
        settings.table(p, 120, 116, 100)
        things.cup(p, (140, 104))
        with p.turned(-40, (170, 76)):
            things.jug(p, (170, 76))
        one.left((124, 104))
        one.right((166, 78))
        return p
"""
