/* What http/site.h wants to know of the desk. */
#include "desk/desk.h"

#include "desk/page_frame.h"
#include "desk/seen.h"
#include "desk/sign_in.h"
#include "task/job_list.h"

int desk_serve(const struct area *const *areas)
{
	const struct site site = { .areas = areas, .frame = page_frame_put, .error = page_frame_error,
		.sign_in = sign_in_ask, .renew = sign_in_renew, .apologize = page_frame_apologize,
		.answered = seen_note, .afterwards = job_list_now_and_then };

	return serve(&site);
}
