#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Sends one photograph and prints the answer: sh examples/diagnosis-support.sh examples/photos/melanoma-1.jpg
# Reads OPENDERM_URL (with /v1), OPENDERM_EMAIL and OPENDERM_PASSWORD.
set -eu

base_url=${OPENDERM_URL:-http://127.0.0.1:8080/v1}
image_path=$1
access_token=$(sh "$(dirname "$0")/login.sh" | sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/')

# The body goes through a pipe: a photograph does not fit on a command line.
{
  printf '{"payload": [{"contentAttachment": {"data": "'
  base64 < "$image_path" | tr -d '\n'
  printf '"}}]}'
} | curl --silent --show-error --fail-with-body -X POST "$base_url/diagnosis-support" \
  -H "Content-Type: application/json" \
  -H "Authorization: Bearer $access_token" \
  --data-binary @-
