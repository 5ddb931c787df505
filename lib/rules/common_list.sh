#!/bin/sh
# Writes lib/rules/common_list.h from the passwords in FILE, frequency_lists.py of Debian's python3-zxcvbn: the 30,000 that
# were found most often in what was stolen elsewhere. Nothing of it is kept in the source.
#   common_list.sh [FILE]
set -eu
file=${1:-/usr/lib/python3/dist-packages/zxcvbn/frequency_lists.py}
sed -n "s/^ *\"passwords\": \"\([^\"]*\)\".*/\1/p" "$file" | tr ',' '\n' | tr -cd 'a-z0-9\n' | LC_ALL=C sort -u |
	awk -v from="$file" 'BEGIN { print "/* Made by common_list.sh. */"; print "static const char common_list[] = \"\\n\"" }
		length >= 4 { print "\t\"" $0 "\\n\""; count++ }
		END { print "\t;"; if (count < 20000) { print from ": " count + 0 " passwords only" >"/dev/stderr"; exit 1 } }'
