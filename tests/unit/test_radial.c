/* The picture of connections: everybody on a place of their own, whatever the shape. */
#include "unit.h"

#include "view/radial.h"

#include <math.h>

enum { MOST = 61 };

static struct radial_dot dots[MOST];
static size_t count;

/* A middle with NEAR dots around it, of which number i has FAR[i] (FAR ends with -1; the last one repeats). */
static void shape(int near, const int *far)
{
	int own = 0;

	count = 1;
	dots[0] = (struct radial_dot){ .parent = -1 };
	for (int i = 0; i < near; i++)
		dots[count++] = (struct radial_dot){ .parent = 0 };
	for (int i = 0; i < near; i++) {
		own = *far >= 0 ? *far++ : own;
		for (int j = 0; j < own && count < MOST; j++)
			dots[count++] = (struct radial_dot){ .parent = i + 1 };
	}
	radial_place(dots, count);
}

/* The shapes that graph_around() gives: up to 24 and then up to 6 for each, 60 in all. */
static const struct { const char *what; int near, far[8]; } shapes[] = {
	{ "one", 1, { 0, -1 } }, { "one with one", 1, { 1, -1 } }, { "one with six", 1, { 6, -1 } },
	{ "two", 2, { 0, -1 } }, { "two with one each", 2, { 1, -1 } }, { "two, one with six", 2, { 6, 0, -1 } },
	{ "three", 3, { 0, -1 } }, { "three with six each", 3, { 6, -1 } }, { "one of three", 3, { 0, 6, 0, -1 } },
	{ "five", 5, { 1, 2, 3, 4, 5, -1 } }, { "eight with six each", 8, { 6, -1 } }, { "twelve", 12, { 4, -1 } },
	{ "24", 24, { 0, -1 } }, { "24 with one each", 24, { 1, -1 } }, { "24, the first ones with six", 24, { 6, -1 } },
	{ "24, the last one with some", 24, { 0, 0, 1, 0, 2, 0, 6, -1 } }, { "seven, mixed", 7, { 6, 0, 5, 0, 1, 0, 2, -1 } },
};

static void the_middle_is_0_0_whatever_hangs_on_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(shapes); i++) {
		shape(shapes[i].near, shapes[i].far);
		if (dots[0].x || dots[0].y || dots[0].step)
			fail_msg("[%s] has its middle at %d, %d", shapes[i].what, dots[0].x, dots[0].y);
	}
}

static void nobody_and_one_are_shapes_too(void **state)
{
	struct radial_dot alone = { .parent = -1, .x = 7, .y = 7, .step = 7 };

	(void)state;
	radial_place(NULL, 0);
	radial_place(&alone, 0);
	assert_int_equal(alone.x, 7);
	radial_place(&alone, 1);
	assert_int_equal(alone.x, 0);
	assert_int_equal(alone.y, 0);
	assert_int_equal(alone.step, 0);
}

static void each_dot_is_as_many_steps_out_as_its_way_is_long(void **state)
{
	(void)state;
	for (size_t s = 0; s < COUNT(shapes); s++) {
		shape(shapes[s].near, shapes[s].far);
		for (size_t i = 1; i < count; i++) {
			double out = hypot((double)dots[i].x / RADIAL_WIDEN, dots[i].y) / RADIAL_STEP;
			if (dots[i].step != (dots[i].parent ? 2 : 1) || fabs(out - dots[i].step) > 0.01)
				fail_msg("[%s] dot %zu has step %d and is %.2f steps out", shapes[s].what, i, dots[i].step, out);
		}
	}
}

/* Circles have a radius of 13 in the first step and 8 in the second: their middles are farther apart. */
static void nobody_stands_on_anybody(void **state)
{
	(void)state;
	for (size_t s = 0; s < COUNT(shapes); s++) {
		shape(shapes[s].near, shapes[s].far);
		for (size_t i = 0; i < count; i++)
			for (size_t j = 0; j < i; j++) {
				double apart = hypot(dots[i].x - dots[j].x, dots[i].y - dots[j].y);
				int least = (dots[i].step == 2 ? 8 : 13) + (dots[j].step == 2 ? 8 : 13);
				if (apart <= least)
					fail_msg("[%s] dots %zu and %zu are %.0f apart", shapes[s].what, i, j, apart);
			}
	}
}

/* Any shape of up to 61, also those that nobody asks for. */
static void in_any_shape_each_has_a_place_of_its_own(void **state)
{
	unsigned chance = 42;

	(void)state;
	for (int try = 0; try < 3000; try++) {
		chance = chance * 1103515245 + 12345;
		size_t near = 1 + chance / 65536 % 60;
		count = 1 + near + chance / 65536 / 60 % (MOST - near);
		for (size_t i = 0; i < count; i++) {
			chance = chance * 1103515245 + 12345;
			dots[i] = (struct radial_dot){ .parent = !i ? -1 : i <= near ? 0 : 1 + (int)(chance / 65536 % near) };
		}
		radial_place(dots, count);
		for (size_t i = 0; i < count; i++)
			for (size_t j = 0; j < i; j++)
				if (dots[i].x == dots[j].x && dots[i].y == dots[j].y)
					fail_msg("try %d: dots %zu and %zu of %zu are both at %d, %d", try, i, j, count,
						dots[i].x, dots[i].y);
	}
}

/* The angle of a dot, from the top and with the clock, in parts of the full circle. */
static double turn(const struct radial_dot *dot)
{
	double angle = atan2(dot->y, (double)dot->x / RADIAL_WIDEN) / (2 * acos(-1)) + 0.25;

	return angle < -0.002 ? angle + 1 : angle;
}

/* What a dot of the first step takes up with all that hangs on it: from the first of them to the last. */
static void take_up(int at, double *from, double *to)
{
	*from = *to = turn(&dots[at]);
	for (size_t i = 1; i < count; i++)
		if (dots[i].parent == at) {
			*from = fmin(*from, turn(&dots[i]));
			*to = fmax(*to, turn(&dots[i]));
		}
}

static void the_sector_of_a_parent_holds_its_children_and_nobody_else(void **state)
{
	(void)state;
	for (size_t s = 0; s < COUNT(shapes); s++) {
		double from, to, end = -1;
		shape(shapes[s].near, shapes[s].far);
		for (int i = 1; i <= shapes[s].near; i++, end = to) {
			take_up(i, &from, &to);
			if (from <= end)
				fail_msg("[%s] the sector of %d begins at %.3f before the last one ends at %.3f",
					shapes[s].what, i, from, end);
			if (fabs((from + to) / 2 - turn(&dots[i])) > 0.002)
				fail_msg("[%s] dot %d is at %.3f, not in the middle of %.3f to %.3f", shapes[s].what, i,
					turn(&dots[i]), from, to);
		}
	}
}

static void one_stands_below_or_above_but_the_first_of_many_near_the_top(void **state)
{
	static const int none[] = { 0, -1 };

	(void)state;
	shape(24, none);
	assert_true(dots[1].y < 0 && dots[1].x > 0);
	assert_true(dots[24].y < 0 && dots[24].x < 0);
	shape(1, none);
	assert_int_equal(dots[1].x, 0);
}

static void the_picture_stays_within_two_steps(void **state)
{
	(void)state;
	for (size_t s = 0; s < COUNT(shapes); s++) {
		shape(shapes[s].near, shapes[s].far);
		for (size_t i = 0; i < count; i++)
			if (abs(dots[i].x) > 2 * RADIAL_STEP * RADIAL_WIDEN || abs(dots[i].y) > 2 * RADIAL_STEP)
				fail_msg("[%s] dot %zu is at %d, %d", shapes[s].what, i, dots[i].x, dots[i].y);
	}
}

static void the_same_shape_is_placed_the_same_way(void **state)
{
	static const int far[] = { 3, 0, 2, -1 };
	struct radial_dot before[MOST];

	(void)state;
	shape(9, far);
	memcpy(before, dots, sizeof before);
	radial_place(dots, count); /* what was filled in before does not matter */
	assert_memory_equal(before, dots, count * sizeof *dots);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_middle_is_0_0_whatever_hangs_on_it),
		cmocka_unit_test(nobody_and_one_are_shapes_too),
		cmocka_unit_test(each_dot_is_as_many_steps_out_as_its_way_is_long),
		cmocka_unit_test(nobody_stands_on_anybody),
		cmocka_unit_test(in_any_shape_each_has_a_place_of_its_own),
		cmocka_unit_test(the_sector_of_a_parent_holds_its_children_and_nobody_else),
		cmocka_unit_test(one_stands_below_or_above_but_the_first_of_many_near_the_top),
		cmocka_unit_test(the_picture_stays_within_two_steps),
		cmocka_unit_test(the_same_shape_is_placed_the_same_way),
	};

	return cmocka_run_group_tests_name("radial", tests, NULL, NULL);
}
