"""Whole lines in Spanish for those the program writes itself in English."""

SAFETY_LINES = {
    "No treats with peanuts.": "Nada de premios con cacahuate (maní).",
    "No treats with nuts.": "Nada de premios con nueces.",
    "No treats with milk.": "Nada de premios con leche.",
    "No treats with egg.": "Nada de premios con huevo.",
    "No treats with wheat.": "Nada de premios con trigo.",
    "No treats with soy.": "Nada de premios con soya.",
    "No treats with sesame.": "Nada de premios con ajonjolí (sésamo).",
    "No treats with fish.": "Nada de premios con pescado.",
    "No treats with shellfish.": "Nada de premios con mariscos.",
    "Keep to the fruit your doctor says is safe.": (
        "Solo la fruta que su médico dice que es segura."
    ),
    "No balloons and no rubber gloves.": "Nada de globos ni guantes de látex.",
    "Only food and drink the way your therapist showed you.": (
        "Comida y bebida solo como le enseñó su terapeuta."
    ),
    "Keep small things out of reach.": "Mantenga las cosas pequeñas fuera de su alcance.",
    "Keep the head up. No upside-down play.": "La cabeza siempre arriba. Nada de juegos de cabeza.",
    "Swings and spins only as your therapist showed you.": (
        "Columpios y vueltas solo como le enseñó su terapeuta."
    ),
    "No climbing.": "Nada de trepar.",
    "Ask us before play in water.": "Pregúntenos antes de jugar en el agua.",
    "Near water, stay at arm’s reach, always.": (
        "Cerca del agua, quédese siempre al alcance de la mano."
    ),
    "Keep away from hot things. Test warm water first.": (
        "Lejos de cosas calientes. Pruebe antes el agua tibia."
    ),
    "No sharp tools.": "Nada de cosas filosas.",
    "No weight on sore arms or legs.": "Sin apoyar peso en brazos o piernas que duelen.",
}
PLAN_NAMES = {
    "Winter plan": "Plan de invierno",
    "Spring plan": "Plan de primavera",
    "Summer plan": "Plan de verano",
    "Fall plan": "Plan de otoño",
}
MOMENTS = {
    "Before breakfast": "Antes del desayuno",
    "Before lunch": "Antes del almuerzo",
    "Before dinner": "Antes de la cena",
    "At the table": "En la mesa",
    "In the bath": "En el baño",
    "After bath": "Después del baño",
    "Getting dressed": "Al vestirse",
    "At bedtime": "Antes de dormir",
    "Play time": "La hora de jugar",
    "Before homework": "Antes de la tarea",
    "During homework": "Durante la tarea",
    "Before we go out": "Antes de salir",
    "On errands": "En los mandados",
}
