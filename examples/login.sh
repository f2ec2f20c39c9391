#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Logs in and prints the answer: sh examples/login.sh
# Reads OPENDERM_URL (with /v1), OPENDERM_EMAIL and OPENDERM_PASSWORD.
set -eu

base_url=${OPENDERM_URL:-http://127.0.0.1:8080/v1}

curl --silent --show-error --fail-with-body \
  "$base_url/login" \
  -H "Content-Type: application/x-www-form-urlencoded" \
  --data-urlencode "username=$OPENDERM_EMAIL" --data-urlencode "password=$OPENDERM_PASSWORD"
